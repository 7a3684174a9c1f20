import Pipeline
import Store

extension OpenWorkspace {
  /// Every deal that counts at the end of a day, oldest first.
  func deals(asOf day: Day) throws -> [Deal] {
    var deals: [Deal] = []
    try store.deals(asOf: day) { if !$0.isDeleted { deals.append($0) } }
    return deals
  }

  /// The deal of a number, `12` or `#12`, or the only one whose title is or begins so.
  ///
  /// Deleted deals are found by number alone. Throws `.usage` where none or several are meant.
  func deal(_ text: String, asOf day: Day) throws -> Deal {
    if let number = number(text), let deal = try store.deal(number, asOf: day),
      deal.presence != .neverWas
    {
      return deal
    }
    let match = NameMatch(
      kind: "deal",
      items: try deals(asOf: day),
      name: \.title,
      mention: { "#\($0.id) \($0.title)" }
    )
    do throws(CommandFailure) {
      return try match.find(text)
    } catch {
      throw try number(text).flatMap { try notYet($0, on: day) } ?? error
    }
  }

  /// What is said of a deal that begins after a day; `nil` where none of this number does.
  private func notYet(
    _ number: Identifier<Deal>,
    on day: Day
  ) throws(StoreError) -> CommandFailure? {
    guard let deal = try store.deal(number, asOf: .last), deal.existsSince > day,
      deal.presence != .neverWas
    else { return nil }
    return CommandFailure(
      .usage,
      "Deal \(number) (\(deal.title)) begins on \(deal.existsSince); on \(day) there is none yet."
    )
  }

  private func number(_ text: String) -> Identifier<Deal>? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int64(digits)
    else { return nil }
    return Identifier(rawValue: number)
  }

  /// The pipeline that is named, else the first that has deals on a day, else the first.
  func pipeline(_ name: String?, asOf day: Day) throws -> SalesPipeline {
    if let name { return try names.pipeline(name) }
    if structure.pipelines.count > 1 {
      var used: Set<Identifier<SalesPipeline>> = []
      try store.deals(asOf: day) { if !$0.isDeleted { used.insert($0.pipeline) } }
      if let first = structure.pipelines.first(where: { used.contains($0.id) }) { return first }
    }
    return structure.pipelines[0]
  }
}

extension OpenWorkspace {
  /// The history of every deal, in the order in which the deals came into being.
  func histories() throws -> [DealHistory] {
    var histories: [DealHistory] = []
    try store.histories(changedAfter: nil) { histories.append($0) }
    return histories
  }
}
