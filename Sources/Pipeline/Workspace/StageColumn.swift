/// The deals of one stage column in the order in which they are drawn.
///
/// A value: it stays as it was when the workspace goes on, and costs nothing to take.
public struct StageColumn: Sendable {
  private enum Keys: Sendable {
    case ranked(SortedChunks<RankKey>)
    case titled(SortedChunks<TitleKey>)
  }

  let rule: ColumnRule
  private var keys: Keys { didSet { stamp = ContentStamp() } }
  private(set) var stamp = ContentStamp()
  /// Whose deals the column's keys belong to; set only in the column that is handed out.
  var deals: DealTable?

  init(rule: ColumnRule, deals: some Sequence<Deal>) {
    var draft = Draft(rule: rule)
    for deal in deals { draft.add(deal) }
    self.init(draft)
  }

  init(_ draft: Draft) {
    self.rule = draft.rule
    self.keys =
      draft.rule.order == .title
      ? .titled(SortedChunks(draft.titles)) : .ranked(SortedChunks(draft.ranks))
  }

  /// The keys of a column that is being made, in no order: so that no deal is copied for sorting.
  struct Draft: Sendable {
    let rule: ColumnRule
    fileprivate var ranks: ContiguousArray<RankKey> = []
    fileprivate var titles: ContiguousArray<TitleKey> = []

    init(rule: ColumnRule) {
      self.rule = rule
    }

    mutating func add(_ deal: Deal) {
      if rule.order == .title {
        titles.append(rule.titleKey(deal))
      } else {
        ranks.append(rule.rankKey(deal))
      }
    }
  }

  /// The column of those of its deals that pass a test.
  func filter(_ passes: (Identifier<Deal>) -> Bool) -> StageColumn {
    var column = self
    switch keys {
    case .ranked(let keys):
      column.keys = .ranked(keys.filter { passes(Identifier(rawValue: -$0.negatedNumber)) })
    case .titled(let keys):
      column.keys = .titled(keys.filter { passes(Identifier(rawValue: -$0.negatedNumber)) })
    }
    return column
  }

  /// How the column is sorted.
  public var order: ColumnOrder { rule.order }

  /// How many deals stand in it.
  public var count: Int {
    switch keys {
    case .ranked(let keys): keys.count
    case .titled(let keys): keys.count
    }
  }

  /// Whether no deal stands in it.
  public var isEmpty: Bool { count == 0 }

  /// The deal at a place from 0, the topmost; `nil` beyond the last.
  public subscript(place: Int) -> Identifier<Deal>? {
    let negated =
      switch keys {
      case .ranked(let keys): keys[place]?.negatedNumber
      case .titled(let keys): keys[place]?.negatedNumber
      }
    return negated.map { Identifier(rawValue: -$0) }
  }

  /// The deals at some places from the top, those beyond the last left out.
  public subscript(places: Range<Int>) -> [Identifier<Deal>] {
    let negated =
      switch keys {
      case .ranked(let keys): keys.keys(at: places).map(\.negatedNumber)
      case .titled(let keys): keys.keys(at: places).map(\.negatedNumber)
      }
    return negated.map { Identifier(rawValue: -$0) }
  }

  /// The place of a deal from 0; `nil` where it does not stand in this column.
  public func position(of id: Identifier<Deal>) -> Int? {
    deals?[id].flatMap { place(of: $0) }
  }

  /// Where a deal in this state stands, from 0; `nil` where it does not.
  func place(of deal: Deal) -> Int? {
    switch keys {
    case .ranked(let keys): keys.place(of: rule.rankKey(deal))
    case .titled(let keys): keys.place(of: rule.titleKey(deal))
    }
  }

  mutating func insert(_ deal: Deal) {
    switch keys {
    case .ranked(var ranked):
      keys = .ranked(SortedChunks([]))
      ranked.insert(rule.rankKey(deal))
      keys = .ranked(ranked)
    case .titled(var titled):
      keys = .titled(SortedChunks([]))
      titled.insert(rule.titleKey(deal))
      keys = .titled(titled)
    }
  }

  mutating func remove(_ deal: Deal) {
    switch keys {
    case .ranked(var ranked):
      // Emptied first: two owners would make the change copy every chunk's reference.
      keys = .ranked(SortedChunks([]))
      ranked.remove(rule.rankKey(deal))
      keys = .ranked(ranked)
    case .titled(var titled):
      keys = .titled(SortedChunks([]))
      titled.remove(rule.titleKey(deal))
      keys = .titled(titled)
    }
  }
}
