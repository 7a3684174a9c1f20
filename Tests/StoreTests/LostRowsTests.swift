import Foundation
import GRDB
import Pipeline
import Store
import Testing

/// What the doctor names of a damaged file, against what SQLite's own page list says of it before.
@Suite struct `Lost rows` {
  private static let pageSize = 4_096

  /// A page of a table's rows, by its number from 1, and the keys of the rows on it.
  private struct Leaf {
    let page: Int
    let keys: ClosedRange<Int64>
  }

  /// A closed file of many deals, one event each.
  private func file() throws -> Workspace {
    let workspace = try Workspace()
    for start in stride(from: 0, to: 400, by: 100) {
      try workspace.append(
        (start..<start + 100).map { number in
          workspace.request(.created(workspace.draft("Deal \(number + 1)")), .newDeal)
        }
      )
    }
    try workspace.store.close()
    return workspace
  }

  /// The leaves of a table in the order of its keys, which run from 1 without a gap.
  ///
  /// Source: SQLite's `dbstat` virtual table, which lists pages by their place in the tree.
  private func leaves(of table: String, in path: String) throws -> [Leaf] {
    try DatabaseQueue(path: path).read { database in
      var next: Int64 = 1
      return try Row.fetchAll(
        database,
        sql: """
          SELECT pageno, ncell FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path
          """,
        arguments: [table]
      ).map { row in
        let cells: Int64 = row["ncell"]
        defer { next += cells }
        return Leaf(page: row["pageno"], keys: next...next + cells - 1)
      }
    }
  }

  private func zero(_ leaves: [Leaf], in path: String) throws {
    let url = URL(fileURLWithPath: path)
    var bytes = try Data(contentsOf: url)
    for leaf in leaves {
      let start = (leaf.page - 1) * Self.pageSize
      bytes.replaceSubrange(start..<start + Self.pageSize, with: Data(count: Self.pageSize))
    }
    try bytes.write(to: url)
  }

  private func lostDeals(_ first: Int64, _ last: Int64?) -> DoctorFinding {
    .lostDeals(
      first: Identifier(rawValue: first),
      last: last.map { Identifier(rawValue: $0) }
    )
  }

  @Test func `are named from the first to the last on a zeroed page`() throws {
    let workspace = try file()
    let path = workspace.folder.file()
    let leaves = try leaves(of: "deal", in: path)
    try #require(leaves.count > 5)
    try zero([leaves[2]], in: path)

    var found: [DoctorFinding] = []
    try SQLiteStore.findLosses(at: path) { found.append($0) }

    #expect(found == [lostDeals(leaves[2].keys.lowerBound, leaves[2].keys.upperBound)])
  }

  @Test func `are named for each damaged part of deals and log`() throws {
    let workspace = try file()
    let path = workspace.folder.file()
    let deals = try leaves(of: "deal", in: path)
    let events = try leaves(of: "event", in: path)
    try #require(deals.count > 5 && events.count > 3)
    // The first page; then two neighbours, which are one gap.
    try zero([deals[0], deals[3], deals[4], events[1]], in: path)

    var found: [DoctorFinding] = []
    try SQLiteStore.findLosses(at: path) { found.append($0) }

    #expect(
      found == [
        lostDeals(1, deals[0].keys.upperBound),
        lostDeals(deals[3].keys.lowerBound, deals[4].keys.upperBound),
        .lostEvents(first: events[1].keys.lowerBound, last: events[1].keys.upperBound),
      ]
    )
  }

  @Test func `have no end where a table's end is lost`() throws {
    let workspace = try file()
    let path = workspace.folder.file()
    let leaves = try leaves(of: "deal", in: path)
    let last = try #require(leaves.last)
    try zero([last], in: path)

    var found: [DoctorFinding] = []
    try SQLiteStore.findLosses(at: path) { found.append($0) }

    #expect(found == [lostDeals(last.keys.lowerBound, nil)])
  }

  @Test func `are named of a file that was cut off, which is not written`() throws {
    let workspace = try file()
    let path = workspace.folder.file()
    let url = URL(fileURLWithPath: path)
    let bytes = try Data(contentsOf: url)
    let kept = bytes.count / Self.pageSize * 3 / 4
    // The rows of the pages in the order of keys, up to the first page that is cut off.
    let first = try leaves(of: "deal", in: path).first { $0.page > kept }
    let cut = Data(bytes.prefix(kept * Self.pageSize))
    try cut.write(to: url)

    var found: [DoctorFinding] = []
    try SQLiteStore.findLosses(at: path) { found.append($0) }

    let lost = try #require(first)
    #expect(found.first == lostDeals(lost.keys.lowerBound, nil))
    #expect(try Data(contentsOf: url) == cut)
  }

  @Test func `are none in a sound file`() throws {
    let workspace = try file()

    var found: [DoctorFinding] = []
    try SQLiteStore.findLosses(at: workspace.folder.file()) { found.append($0) }

    #expect(found == [])
  }

  /// A file in which every table has rows, of some 60 pages.
  private func fullFile() throws -> Workspace {
    let workspace = try Workspace()
    for number in 0..<120 {
      let deal = try workspace.add(workspace.draft("Deal \(number)", minorUnits: 500))
      if number.isMultiple(of: 3) { try workspace.change(deal, .won) }
    }
    for number in 0..<30 { _ = try workspace.store.edit(.addPerson(name: "Person \(number)")) }
    try workspace.store.close()
    return workspace
  }

  /// What the doctor names; that it comes back at all is half of what is asked.
  private func expectOrderedLosses(in path: String, _ what: String) throws {
    var deals: Int64 = 0
    var events: Int64 = 0
    func expectBehind(_ last: inout Int64, _ first: Int64, _ end: Int64?) {
      #expect(first > last && end ?? first >= first, "\(what)")
      last = end ?? Int64.max
    }
    do {
      try SQLiteStore.findLosses(at: path) { finding in
        switch finding {
        case .lostDeals(let first, let last):
          expectBehind(&deals, first.rawValue, last?.rawValue)
        case .lostEvents(let first, let last): expectBehind(&events, first, last)
        case .brokenStructure, .missingReference, .wentBack, .dealDiffers, .dealWithoutEvents,
          .eventsWithoutDeal, .brokenLog, .brokenStep, .unreadableDeal, .unreadableRow,
          .lostRows, .staysDiffer, .closedSumsDiffer:
          break
        }
      }
    } catch .damaged {
      // Not even the list of the tables is left.
    }
    do {
      let store = try SQLiteStore.open(at: path, .readOnly)
      try store.check { _ in }
      try store.close()
    } catch .damaged {
      // A file that cannot be opened at all is the other way's.
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `are looked for to an end wherever a file is cut`() throws {
    let workspace = try fullFile()
    let path = workspace.folder.file()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SplitMix(seed: 2)
    // Within the last pages, where rows of a page are left and others are zeros; then anywhere.
    let late = (0..<40).map { _ in bytes.count - Int.random(in: 1..<3 * 4_096, using: &random) }
    let anywhere = (0..<40).map { _ in Int.random(in: 512..<bytes.count, using: &random) }

    for length in late + anywhere {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
      try expectOrderedLosses(in: path, "cut to \(length)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [true, false])
  func `are looked for to an end where half of any page is zeros`(isFirstHalf: Bool) throws {
    let workspace = try fullFile()
    let path = workspace.folder.file()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let half = Self.pageSize / 2

    for page in 1..<bytes.count / Self.pageSize {
      let start = page * Self.pageSize + (isFirstHalf ? 0 : half)
      var damaged = bytes
      damaged.replaceSubrange(start..<start + half, with: Data(count: half))
      try damaged.write(to: URL(fileURLWithPath: path))
      try expectOrderedLosses(in: path, "page \(page + 1)")
    }
  }
}
