/// The board's texts in Dutch, by their English keys.
enum DutchTexts {
  /// All of them, from the files of each part of the board.
  static let all: [String: String] = [
    commands, keys, layers, meetings, overlays, people, reports, screen, sidebar, text, update,
    figures, losses, funnel, trends, groups,
    program, names, store, refusals, jsonFaults,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}
