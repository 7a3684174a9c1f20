import Pipeline

/// What imports brought and the deal did not take.
extension Ledger {
  func valuesNotTaken(of deal: Identifier<Deal>) throws -> [DealFacet: DealChange] {
    let query = try statement("SELECT change FROM value_not_taken WHERE deal = ?")
    query.bind(deal)
    var values: [DealFacet: DealChange] = [:]
    while try query.step() {
      let change = try query.withBytes(of: 0) { try PackedChange.change($0) }
      values[change.facet] = change
    }
    return values
  }

  func remember(
    notTaken change: DealChange?,
    for facet: DealFacet,
    of deal: Identifier<Deal>
  ) throws {
    let forget = try statement("DELETE FROM value_not_taken WHERE deal = ? AND facet = ?")
    forget.bind(deal)
    forget.bind(facet.number)
    try forget.run()
    guard let change else { return }
    let insert = try statement("INSERT INTO value_not_taken VALUES (?, ?, ?)")
    insert.bind(deal)
    insert.bind(facet.number)
    insert.bind(PackedChange.bytes(change))
    try insert.run()
  }
}

extension DealFacet {
  /// The number that stands for it in the file.
  fileprivate var number: Int64 {
    switch self {
    case .position: 1
    case .title: 2
    case .value: 3
    case .probability: 4
    case .expectedClose: 5
    case .owner: 6
    case .organization: 7
    case .contact: 8
    case .labels: 9
    case .category: 10
    case .snooze: 11
    case .timeline: 12
    case .whole: 13
    case .longNotes: 14
    // Steps have numbers of their own, so that two of them do not overwrite each other.
    case .step(let number): 1_000 + Int64(number)
    }
  }
}
