/// The deals of a workspace by their numbers.
///
/// Deals lie in pages: a copy of the table shares every page that neither has changed, so that a
/// change on one of two copies costs a page and not all deals.
struct DealTable: Sendable {
  private static let pageSize = 128
  private static let idsPerPage: Int64 = 1_024

  private var pages: ContiguousArray<ContiguousArray<Deal?>> = []
  /// The slot of each number, by pages of numbers; -1 for none.
  ///
  /// Numbers are given in a row, so pages are dense; a damaged file's wild number costs one page.
  private var slots: [Int64: ContiguousArray<Int32>] = [:]
  /// Slots that were given up, to be filled first.
  private var free: ContiguousArray<Int32> = []
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
      slot(of: id).flatMap { pages[$0 / Self.pageSize][$0 % Self.pageSize] }
    }
    set {
      if let slot = slot(of: id) {
        pages[slot / Self.pageSize][slot % Self.pageSize] = newValue
        if newValue == nil {
          setSlot(-1, of: id)
          free.append(Int32(slot))
          count -= 1
        }
      } else if let newValue {
        add(newValue)
      }
    }
  }

  /// Every deal, in no order.
  var all: some Sequence<Deal> { pages.lazy.joined().compactMap { $0 } }

  /// Adds a deal whose number is not there yet.
  mutating func add(_ deal: Deal) {
    count += 1
    if let slot = free.popLast() {
      setSlot(slot, of: deal.id)
      pages[Int(slot) / Self.pageSize][Int(slot) % Self.pageSize] = deal
      return
    }
    if pages.last?.count ?? Self.pageSize == Self.pageSize {
      var page: ContiguousArray<Deal?> = []
      page.reserveCapacity(Self.pageSize)
      pages.append(page)
    }
    let page = pages.count - 1
    setSlot(Int32(page * Self.pageSize + pages[page].count), of: deal.id)
    pages[page].append(deal)
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
