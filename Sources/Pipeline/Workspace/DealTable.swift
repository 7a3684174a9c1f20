/// The deals of a workspace by their numbers.
///
/// Deals lie in pages: a copy of the table shares every page that neither has changed, so that a
/// change on one of two copies costs a page and not all deals. A table of a part of the deals shares
/// the pages as well, and hides the others.
struct DealTable: Sendable {
  private static let pageSize = 128
  private static let idsPerPage: Int64 = 1_024

  /// The deals by slots; one that is not in here any more stays until its slot is filled anew.
  private var pages: ContiguousArray<ContiguousArray<Deal>> = []
  /// The slot of each number, by pages of numbers; -1 for none.
  ///
  /// Numbers are given in a row, so pages are dense; a damaged file's wild number costs one page.
  private var slots: [Int64: ContiguousArray<Int32>] = [:]
  /// Slots that were given up, to be filled first.
  private var free: ContiguousArray<Int32> = []
  /// The slots whose deals are in here.
  private var present = SlotSet()
  /// How many deals there are.
  private(set) var count = 0

  /// A table of no deal.
  init() {}

  /// A table of deals with distinct numbers.
  init(_ deals: some Sequence<Deal>) {
    for deal in deals { self[deal.id] = deal }
  }

  /// The deal of a number; setting `nil` takes it out.
  subscript(id: Identifier<Deal>) -> Deal? {
    get {
      guard let slot = slot(of: id), present.contains(slot) else { return nil }
      return pages[slot / Self.pageSize][slot % Self.pageSize]
    }
    set {
      switch (slot(of: id), newValue) {
      case (let slot?, let newValue?):
        pages[slot / Self.pageSize][slot % Self.pageSize] = newValue
        if present.insert(slot) { count += 1 }
      case (let slot?, nil):
        guard present.remove(slot) else { return }
        setSlot(-1, of: id)
        free.append(Int32(slot))
        count -= 1
      case (nil, let newValue?): add(newValue)
      case (nil, nil): break
      }
    }
  }

  /// Whether the deal of a number is in here.
  func contains(_ id: Identifier<Deal>) -> Bool {
    slot(of: id).map(present.contains) == true
  }

  /// Every deal, in no order.
  var all: some Sequence<Deal> {
    pages.indices.lazy.flatMap { page in
      pages[page].indices.lazy.compactMap { offset in
        present.contains(page * Self.pageSize + offset) ? pages[page][offset] : nil
      }
    }
  }

  /// The pages, cut into pieces that can be gone through apart.
  func pieces(_ count: Int) -> [Range<Int>] {
    let size = max((pages.count + count - 1) / max(count, 1), 1)
    return stride(from: 0, to: pages.count, by: size).map { $0..<min($0 + size, pages.count) }
  }

  /// Which deals of a piece pass a test.
  func passing(in piece: Range<Int>, _ passes: (Deal) -> Bool) -> Passing {
    var passing = Passing()
    for place in piece {
      // Taken from an array that nobody changes, a deal is lent to the test: a copy of each would
      // cost more than most tests.
      let page = pages[place]
      for offset in page.indices {
        let slot = place * Self.pageSize + offset
        guard present.contains(slot), passes(page[offset]) else { continue }
        passing.slots.insert(slot)
        passing.count += 1
      }
    }
    return passing
  }

  /// The table of the deals that passed, piece by piece.
  func narrowed(to passing: some Sequence<Passing>) -> DealTable {
    var narrowed = self
    narrowed.present = SlotSet()
    narrowed.count = 0
    for piece in passing {
      narrowed.present.formUnion(piece.slots)
      narrowed.count += piece.count
    }
    return narrowed
  }

  /// The deals of a piece that passed a test.
  struct Passing: Sendable {
    fileprivate var slots = SlotSet()
    fileprivate var count = 0
  }

  /// Adds a deal whose number is not there yet.
  mutating func add(_ deal: Deal) {
    count += 1
    let slot: Int
    if let given = free.popLast() {
      slot = Int(given)
      pages[slot / Self.pageSize][slot % Self.pageSize] = deal
    } else {
      if pages.last?.count ?? Self.pageSize == Self.pageSize {
        var page: ContiguousArray<Deal> = []
        page.reserveCapacity(Self.pageSize)
        pages.append(page)
      }
      let page = pages.count - 1
      slot = page * Self.pageSize + pages[page].count
      pages[page].append(deal)
    }
    setSlot(Int32(slot), of: deal.id)
    present.insert(slot)
  }

  private func slot(of id: Identifier<Deal>) -> Int? {
    let (page, offset) = Self.address(id)
    guard let slot = slots[page]?[offset], slot >= 0 else { return nil }
    return Int(slot)
  }

  private mutating func setSlot(_ slot: Int32, of id: Identifier<Deal>) {
    let (page, offset) = Self.address(id)
    slots[page, default: ContiguousArray(repeating: -1, count: Int(Self.idsPerPage))][offset] = slot
  }

  private static func address(_ id: Identifier<Deal>) -> (page: Int64, offset: Int) {
    (id.rawValue >> 10, Int(id.rawValue & (idsPerPage - 1)))
  }
}

/// Slots of a table, a bit for each.
private struct SlotSet: Sendable {
  private var words: ContiguousArray<UInt64> = []

  func contains(_ slot: Int) -> Bool {
    slot / 64 < words.count && words[slot / 64] & Self.bit(slot) != 0
  }

  /// Puts a slot in; says whether it was not there before.
  @discardableResult
  mutating func insert(_ slot: Int) -> Bool {
    while slot / 64 >= words.count { words.append(0) }
    defer { words[slot / 64] |= Self.bit(slot) }
    return words[slot / 64] & Self.bit(slot) == 0
  }

  /// Takes a slot out; says whether it was there.
  mutating func remove(_ slot: Int) -> Bool {
    guard contains(slot) else { return false }
    words[slot / 64] &= ~Self.bit(slot)
    return true
  }

  mutating func formUnion(_ other: SlotSet) {
    while words.count < other.words.count { words.append(0) }
    for place in other.words.indices { words[place] |= other.words[place] }
  }

  private static func bit(_ slot: Int) -> UInt64 { 1 << UInt64(slot % 64) }
}
