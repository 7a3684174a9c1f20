import Board

extension SettingsMistake: CustomStringConvertible {
  /// The file, the place, and the sentence: `config.toml, line 3, column 9: …`.
  public var description: String { description(of: file) }

  /// The same with the file's name alone, for a line with little room.
  public var shortDescription: String {
    description(of: file.split(separator: "/").last.map(String.init) ?? file)
  }

  private func description(of file: String) -> String {
    guard let place else { return "\(file): \(sentence)" }
    return "\(file), line \(place.line), column \(place.column): \(sentence)"
  }

  /// What is wrong and what to do, in one or two sentences.
  public var sentence: String {
    switch reason {
    case .unreadable(let why): "The file cannot be read: \(why)."
    case .tooLarge(let kilobytes):
      "The file is larger than \(kilobytes) kB, which no settings need. Make it smaller."
    case .notText: "This is not UTF-8 text. Save the file as UTF-8."
    case .notTOML(let why): "This is not TOML: \(why)."
    case .tooDeep: "No setting stands this deep in tables and lists. Take some away."
    case .wrongType(let name, let wanted, let found):
      "\"\(name)\" takes \(wanted.rawValue), not \(found.rawValue)."
    case .unknown(let kind, let name, let known): Self.unknown(kind, name, among: known)
    case .notAmong(let name, let value, let choices):
      "\"\(value)\" is nothing that \"\(name)\" can be. Write \(Self.either(choices))."
    case .empty(let name): "\"\(name)\" says nothing. Give it a value, or leave the line out."
    case .notALook(let word, let palette): Self.notALook(word, palette)
    case .twoColors(let first, let second):
      "\"\(first)\" and \"\(second)\" are two colours for one text. Leave one out."
    case .notAColor(let text):
      "\"\(text)\" is not a colour. Write six hexadecimal digits, such as #89b4fa."
    case .reservedColorName(let name):
      "A colour of the palette cannot be called \"\(name)\", which means something else already."
        + " Give it another name."
    case .backgroundAlone(let surface):
      "The surface \"\(surface)\" sets a background and no text, which may not be readable on it."
        + " Set \"text\" as well."
    case .textAmongRoles:
      "Ordinary text looks as its surface says. Set \"text\" in [surface.base]."
    case .notACurrency(let code):
      "\"\(code)\" is not a currency. Write the three letters of ISO 4217, such as EUR."
    case .notATimeZone(let name):
      "\"\(name)\" is no time zone that this machine knows. Write its name as Europe/Amsterdam."
    case .notKeys(let text):
      "\"\(text)\" names no keys. Write them as a, A, ctrl-p, shift-left, f1, or \"g b\" for two"
        + " in turn."
    case .clash(let keys, let first, let second):
      "\"\(keys)\" is wanted by both \(first.rawValue) and \(second.rawValue)."
        + " Give one of them other keys."
    case .hidden(let keys, let shorter):
      "\"\(keys)\" can never be typed, because \"\(shorter)\" does the same at once."
        + " Leave one out."
    }
  }

  private static func unknown(_ kind: NameKind, _ name: String, among known: [String]) -> String {
    let what =
      switch kind {
      case .part: "A theme has no part \"\(name)\"."
      case .setting, .command, .theme, .role, .surface: "There is no \(kind.rawValue) \"\(name)\"."
      }
    if let near = NearestName.of(name, among: known) { return "\(what) Did you mean \"\(near)\"?" }
    guard known.count <= 24 else { return "\(what) dealboard keys lists them." }
    return "\(what) There is \(known.joined(separator: ", "))."
  }

  private static func notALook(_ word: String, _ palette: [String]) -> String {
    let what = "\"\(word)\" is neither a colour nor an emphasis."
    let known = palette + LookWords.emphases.map(\.name)
    if let near = NearestName.of(word, among: known) { return "\(what) Did you mean \"\(near)\"?" }
    return "\(what) Write a colour as #89b4fa or by its name in [palette]."
  }

  private static func either(_ choices: [String]) -> String {
    guard let last = choices.last, choices.count > 1 else { return choices.joined() }
    return choices.dropLast().joined(separator: ", ") + " or " + last
  }
}
