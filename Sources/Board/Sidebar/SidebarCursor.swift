import Pipeline

/// Where the cursor stands in the sidebar: on one of the lines that lead somewhere.
struct SidebarCursor: Hashable {
  /// Which of these lines it is, from 0.
  private(set) var place = 0
  /// What the line leads to, so that the cursor stays on its number where lines come and go.
  private(set) var target: SidebarLine.Target?

  /// One line that the cursor can stand on: its row among all rows of the sidebar.
  struct Stop: Hashable {
    var row: Int
    var target: SidebarLine.Target
  }

  /// All lines that the cursor can stand on, from the top down.
  static func stops(in blocks: [SidebarBlock]) -> [Stop] {
    var stops: [Stop] = []
    var row = 0
    for block in blocks {
      for (index, line) in block.lines.enumerated() {
        if let target = line.target { stops.append(Stop(row: row + 1 + index, target: target)) }
      }
      row += block.rows + 1
    }
    return stops
  }

  /// The stop where the cursor is; `nil` where there is none at all.
  func stop(among stops: [Stop]) -> Stop? {
    guard !stops.isEmpty else { return nil }
    let here = stops[max(0, min(place, stops.count - 1))]
    guard let target, here.target != target else { return here }
    return stops.first { $0.target == target } ?? here
  }

  /// Goes so many lines on; beyond the ends there is nothing.
  mutating func move(by step: Int, among stops: [Stop]) {
    let present = stop(among: stops).flatMap { stops.firstIndex(of: $0) } ?? 0
    // Compared before adding: a step may be as large as there are numbers.
    let last = stops.count - 1
    put(at: step > last - present ? last : max(0, present + step), among: stops)
  }

  /// Goes to the stop on a row, if there is one; says whether there is.
  mutating func move(toRow row: Int, among stops: [Stop]) -> Bool {
    guard let index = stops.firstIndex(where: { $0.row == row }) else { return false }
    put(at: index, among: stops)
    return true
  }

  private mutating func put(at index: Int, among stops: [Stop]) {
    guard stops.indices.contains(index) else { return }
    place = index
    target = stops[index].target
  }
}
