public import Pipeline

/// Words that deals use, the most used first.
public struct WordsInUse: Hashable, Sendable {
  /// Reasons that deals were lost for.
  public let lostReasons: [String]
  /// Customers' organizations.
  public let organizations: [String]
  /// People at customers'.
  public let contacts: [String]
  /// Labels.
  public let labels: [String]
}

extension SQLiteStore {
  /// The words that deals use: at most so many of each kind, and all reasons for a loss.
  ///
  /// Goes through every deal: off the way of a key press. Throws what reading throws.
  public func wordsInUse(limit: Int = 500) throws(StoreError) -> WordsInUse {
    try read { try $0.wordsInUse(limit: limit) }
  }

  /// All reasons that deals were lost for, the most used first.
  ///
  /// Throws what reading throws.
  public func lostReasons() throws(StoreError) -> [String] {
    try read { try $0.lostReasons() }
  }

  /// The deals of a pipeline that were won between two days, as known at the end of the second one;
  /// in no order.
  ///
  /// Costs as much as were won, and as have events after that day. Throws what reading throws.
  public func wonDeals(
    of pipeline: Identifier<SalesPipeline>,
    from first: Day,
    asOf last: Day
  ) throws(StoreError) -> [Deal] {
    try read { try $0.wonDeals(of: pipeline, from: first, asOf: last) }
  }
}
