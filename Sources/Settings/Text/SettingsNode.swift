import TOMLKit

/// A value of a file of settings, with its place.
struct SettingsNode {
  /// What it says.
  enum Content {
    /// Text.
    case text(String)
    /// A whole number.
    case integer
    /// A number with decimals.
    case decimal
    /// True or false.
    case boolean(Bool)
    /// A day, a time, or both.
    case date
    /// Values in their order.
    case list([SettingsNode])
    /// Names with their values, in the order of the file.
    case table([SettingsEntry])
  }

  /// What it says.
  let content: Content
  /// Where it stands.
  let place: SourcePlace

  /// What type it is.
  var type: SettingsMistake.ValueType {
    switch content {
    case .text: .text
    case .integer: .integer
    case .decimal: .decimal
    case .boolean: .boolean
    case .date: .date
    case .list: .list
    case .table: .table
    }
  }
}

/// A name in a table, with its value.
struct SettingsEntry {
  /// The name.
  let name: String
  /// Where it stands.
  let place: SourcePlace
  /// Its value.
  let value: SettingsNode
}

extension SettingsNode {
  /// What TOMLKit made of a value, with the places that an outline of the same text knows.
  init(
    _ value: TOMLValue,
    at path: [TOMLOutline.Step],
    within place: SourcePlace,
    _ outline: TOMLOutline
  ) {
    let place = outline.entries[path]?.value ?? place
    self.place = place
    switch value.type {
    case .string: content = .text(value.string ?? "")
    case .int: content = .integer
    case .double: content = .decimal
    case .bool: content = .boolean(value.bool ?? false)
    case .date, .time, .dateTime: content = .date
    case .array:
      let list = value.array ?? TOMLArray()
      content = .list(
        (0..<list.count).map {
          SettingsNode(list[$0].tomlValue, at: path + [.index($0)], within: place, outline)
        }
      )
    case .table:
      content = .table(
        Self.entries(of: value.table ?? TOMLTable(), at: path, within: place, outline)
      )
    }
  }

  /// The names of a table in the order of the text.
  static func entries(
    of table: TOMLTable,
    at path: [TOMLOutline.Step],
    within place: SourcePlace,
    _ outline: TOMLOutline
  ) -> [SettingsEntry] {
    // TOMLKit hands names over as C strings: one with a zero byte is cut there and not found again.
    table.keys.compactMap { name -> SettingsEntry? in
      guard let value = table[name]?.tomlValue else { return nil }
      let path = path + [.key(name)]
      let key = outline.entries[path]?.key ?? place
      return SettingsEntry(
        name: name,
        place: key,
        value: SettingsNode(value, at: path, within: key, outline)
      )
    }.sorted { $0.place < $1.place }
  }
}
