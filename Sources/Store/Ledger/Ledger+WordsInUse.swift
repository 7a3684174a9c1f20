import Pipeline

extension Ledger {
  /// The words that deals use, the most used first: at most so many of each kind, and all reasons for
  /// a loss, because one typed later takes the spelling of one used before.
  func wordsInUse(limit: Int) throws -> WordsInUse {
    WordsInUse(
      lostReasons: try lostReasons(),
      organizations: try words(in: "organization", limit: limit),
      contacts: try words(in: "contact", limit: limit),
      labels: try labels(limit: limit)
    )
  }

  /// Each reason in the spelling that is used most.
  func lostReasons() throws -> [String] {
    var seen: Set<LostReason> = []
    return try words(in: "lost_reason", limit: nil)
      .filter { seen.insert(LostReason($0)).inserted }
  }

  private func words(in column: String, limit: Int?) throws -> [String] {
    let rows = try statement(
      """
      SELECT \(column), count(*) AS uses FROM deal
      WHERE presence = 0 AND \(column) IS NOT NULL
      GROUP BY \(column) ORDER BY uses DESC, \(column) LIMIT ?
      """
    )
    // A limit below zero is none.
    rows.bind(limit ?? -1)
    var words: [String] = []
    while try rows.step() { words.append(rows.text(0)) }
    return words
  }

  /// Labels stand together in one column, so each group of them counts for all that are in it.
  private func labels(limit: Int) throws -> [String] {
    let rows = try statement(
      "SELECT labels, count(*) FROM deal WHERE presence = 0 AND labels IS NOT NULL GROUP BY labels"
    )
    var uses: [String: Int64] = [:]
    while try rows.step() {
      for label in try Packed.labels(rows.text(0)) { uses[label, default: 0] += rows.int(1) }
    }
    return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }
}
