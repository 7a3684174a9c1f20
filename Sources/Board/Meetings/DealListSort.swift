import Pipeline

/// The order of a list of deals: by one column; deals that have nothing there come last, whichever way
/// round.
struct DealListSort {
  private let order: DealListOrder
  private let day: Day
  private let places: [Identifier<Stage>: Int]
  private let names: [Identifier<Person>: String]

  init(
    _ order: DealListOrder,
    _ pipeline: SalesPipeline,
    _ people: [Person],
    on day: Day
  ) {
    self.order = order
    self.day = day
    places = Dictionary(pipeline.stages.enumerated().map { ($1.id, $0) }) { first, _ in first }
    names = Dictionary(people.map { ($0.id, FoldedText($0.name).text) }) { first, _ in first }
  }

  func sorted(_ deals: [Deal]) -> [Deal] {
    let keyed = deals.map { (deal: $0, key: key(of: $0)) }
    return keyed.sorted { left, right in
      switch (left.key, right.key) {
      case (nil, nil): return left.deal.id < right.deal.id
      case (nil, _): return false
      case (_, nil): return true
      case (let first?, let second?):
        if first == second { return left.deal.id < right.deal.id }
        return order.isReversed ? second < first : first < second
      }
    }.map(\.deal)
  }

  /// What a deal is sorted by: a text, then numbers; amounts and days untouched count down, so that
  /// the first key press shows the largest.
  private struct Key: Comparable {
    var text = ""
    var numbers: [Int128] = []

    static func < (left: Key, right: Key) -> Bool {
      if left.text != right.text { return left.text < right.text }
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }
  }

  private func key(of deal: Deal) -> Key? {
    switch order.key {
    case .title: Key(text: FoldedText(deal.title).text)
    case .value: deal.minorUnits.map { Key(text: deal.currency.code, numbers: [-Int128($0)]) }
    case .stage: Key(numbers: [Int128(places[deal.stage] ?? .max)] + stepKey(deal))
    case .owner: deal.owner.flatMap { names[$0] }.map { Key(text: $0) }
    case .close: deal.expectedClose.map { Key(numbers: [Int128($0.number)]) }
    case .step: deal.nextStep == nil ? nil : Key(numbers: stepKey(deal))
    case .idle: deal.status.isOpen ? Key(numbers: [-Int128(deal.idleDays(on: day))]) : nil
    case .age: deal.age(on: day).map { Key(numbers: [-Int128($0)]) }
    case .organization: deal.organization.map { Key(text: FoldedText($0).text) }
    }
  }

  private func stepKey(_ deal: Deal) -> [Int128] {
    guard let step = deal.nextStep else { return [Int128.max] }
    return [Int128(step.due.number), Int128(step.minuteOfDay ?? 1440)]
  }
}
