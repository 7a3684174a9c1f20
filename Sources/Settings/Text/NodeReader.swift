/// Takes values of the types that their names ask for, and collects what is wrong.
struct NodeReader {
  private let file: String
  /// What is wrong, in the order in which it was met.
  private(set) var mistakes: [SettingsMistake] = []

  /// A reader that calls the file so.
  init(file: String) {
    self.file = file
  }

  /// A text.
  mutating func text(_ node: SettingsNode, of name: String) -> String? {
    if case .text(let text) = node.content { return text }
    refuse(.wrongType(name: name, wanted: .text, found: node.type), at: node.place)
    return nil
  }

  /// A text that says something.
  mutating func word(_ node: SettingsNode, of name: String) -> String? {
    guard let text = text(node, of: name) else { return nil }
    if !text.allSatisfy(\.isWhitespace) { return text }
    refuse(.empty(name: name), at: node.place)
    return nil
  }

  /// One of some words.
  mutating func word(_ node: SettingsNode, of name: String, among choices: [String]) -> String? {
    guard let text = text(node, of: name) else { return nil }
    if choices.contains(text) { return text }
    refuse(.notAmong(name: name, value: text, choices: choices), at: node.place)
    return nil
  }

  /// True or false.
  mutating func boolean(_ node: SettingsNode, of name: String) -> Bool? {
    if case .boolean(let isSo) = node.content { return isSo }
    refuse(.wrongType(name: name, wanted: .boolean, found: node.type), at: node.place)
    return nil
  }

  /// One text, or a list of them.
  mutating func texts(_ node: SettingsNode, of name: String) -> [(String, SourcePlace)]? {
    switch node.content {
    case .text(let text): return [(text, node.place)]
    case .list(let nodes):
      return nodes.compactMap { node in
        if case .text(let text) = node.content { return (text, node.place) }
        refuse(.wrongType(name: name, wanted: .keyList, found: node.type), at: node.place)
        return nil
      }
    case .integer, .decimal, .boolean, .date, .table:
      refuse(.wrongType(name: name, wanted: .keyList, found: node.type), at: node.place)
      return nil
    }
  }

  /// The names of a table.
  mutating func table(_ node: SettingsNode, of name: String) -> [SettingsEntry] {
    if case .table(let entries) = node.content { return entries }
    refuse(.wrongType(name: name, wanted: .table, found: node.type), at: node.place)
    return []
  }

  /// Notes a name that does not exist.
  mutating func refuse(
    unknown entry: SettingsEntry,
    _ kind: SettingsMistake.NameKind,
    _ known: [String]
  ) {
    refuse(.unknown(kind, name: entry.name, known: known), at: entry.place)
  }

  /// Notes a mistake.
  mutating func refuse(_ reason: SettingsMistake.Reason, at place: SourcePlace) {
    mistakes.append(SettingsMistake(reason, in: file, at: place))
  }
}
