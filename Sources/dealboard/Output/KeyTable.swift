import Board

/// The table of keys in the README: commands by the first place that they can be asked for.
struct KeyTable {
  private let map: KeyMap

  /// The table of these keys.
  init(_ map: KeyMap) {
    self.map = map
  }

  /// The table in Markdown, its columns aligned; ended by a line feed.
  var markdown: String {
    var rows = [["where", "key", "does", "command"]]
    for place in Place.allCases {
      let commands = Command.allCases.filter { $0.places.first == place }
      for (index, command) in commands.enumerated() {
        let keys = shortened(map.keys(of: command)).map { "`\($0)`" }.joined(separator: " ")
        rows.append([
          index == 0 ? place.title.lowercased() : "", keys, command.summary, command.rawValue,
        ])
      }
    }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    rows.insert(widths.map { String(repeating: "-", count: $0) }, at: 1)
    return rows.map { row in
      "| "
        + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: " | ") + " |\n"
    }.joined()
  }

  /// The keys as a person reads them; nine in a row are a range.
  private func shortened(_ keys: [KeySequence]) -> [String] {
    let names = keys.map(\.description)
    return names == (1...9).map(String.init) ? ["1 to 9"] : names
  }
}
