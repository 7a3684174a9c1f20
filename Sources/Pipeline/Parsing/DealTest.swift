/// One question to a deal.
enum DealTest: Sendable {
  /// A word occurs in its texts, or in the name of one of these owners.
  case word(FoldedText, owners: Set<Identifier<Person>>)
  case owner(Set<Identifier<Person>?>)
  case stage(Set<Identifier<Stage>>)
  /// In whole units times ten thousand, so that deals of any currency can be asked.
  case value(Bounds<Int128>, Currency?)
  case hasNoValue
  case idle(Bounds<Int>, on: Day)
  case age(Bounds<Int>, on: Day)
  case inStage(Bounds<Int>, on: Day)
  case close(Bounds<Day>)
  case hasNoClose
  case label(FoldedText)
  case hasNoLabel
  /// A label, the organization or the reason is this text, letter by letter.
  case exactly(Grouping, String)
  case organization(FoldedText?)
  case contact(FoldedText?)
  case probability(Bounds<Int>, stages: [Identifier<Stage>: Stage])
  case currency(Currency)
  case category(ForecastCategory)
  case next(NextStep, on: Day)
  case status(String)
  case reason(FoldedText?)
  case stale([Identifier<Stage>: Stage], on: Day)
  case stuck([Identifier<Stage>: Stage], on: Day)
  case any([DealTest])

  /// How the next step stands.
  enum NextStep: String, CaseIterable, Sendable {
    case overdue
    case today
    case none
    case later

    init(of deal: Deal, on day: Day) {
      guard let due = deal.nextStep?.due else {
        self = .none
        return
      }
      self = due < day ? .overdue : due == day ? .today : .later
    }
  }

  func matches(_ deal: Deal) -> Bool {
    switch self {
    case .word(let word, let owners):
      word.occurs(in: deal.title) || deal.organization.map(word.occurs) == true
        || deal.contact.map(word.occurs) == true || deal.owner.map(owners.contains) == true
    case .owner(let owners): owners.contains(deal.owner)
    case .stage(let stages): stages.contains(deal.stage)
    case .value(let bounds, let currency):
      (currency == nil || currency == deal.currency)
        && deal.value.map { bounds.contains($0.tenThousandths) } == true
    case .hasNoValue: deal.minorUnits == nil
    case .idle(let bounds, let day): deal.status.isOpen && bounds.contains(deal.idleDays(on: day))
    case .age(let bounds, let day): deal.age(on: day).map(bounds.contains) == true
    case .inStage(let bounds, let day): deal.currentVisitDays(on: day).map(bounds.contains) == true
    case .close(let bounds): deal.expectedClose.map(bounds.contains) == true
    case .hasNoClose: deal.expectedClose == nil
    case .label(let label): deal.labels.contains { label.beginsWord(of: $0) }
    case .hasNoLabel: deal.labels.isEmpty
    case .exactly(let field, let name): field.keys(of: deal).contains(.named(name))
    case .organization(let text): Self.test(text, deal.organization)
    case .contact(let text): Self.test(text, deal.contact)
    case .probability(let bounds, let stages):
      deal.probability(in: stages[deal.stage]).map { bounds.contains(Int($0.percent)) } == true
    case .currency(let currency): deal.currency == currency
    case .category(let category): deal.category == category
    case .next(let step, let day): NextStep(of: deal, on: day) == step
    case .status(let name): deal.status.name == name
    case .reason(let text): deal.status.isLost && Self.test(text, deal.status.lostReason)
    case .stale(let stages, let day):
      deal.isStale(on: day, idleLimit: stages[deal.stage]?.idleLimit)
    case .stuck(let stages, let day):
      deal.isStuck(on: day, stuckLimit: stages[deal.stage]?.stuckLimit)
    case .any(let tests): tests.contains { $0.matches(deal) }
    }
  }

  /// A text that is wanted, or its absence.
  private static func test(_ wanted: FoldedText?, _ text: String?) -> Bool {
    guard let wanted else { return text == nil }
    return text.map(wanted.occurs) == true
  }
}

/// From one value to another, both included; `nil` is open.
struct Bounds<Value: Comparable & Sendable>: Sendable {
  var least: Value?
  var most: Value?

  func contains(_ value: Value) -> Bool {
    if let least, value < least { return false }
    if let most, value > most { return false }
    return true
  }
}

extension Money {
  /// The amount in ten-thousandths of the whole unit, the finest minor unit there is.
  var tenThousandths: Int128 {
    var scale: Int128 = 1
    for _ in currency.minorUnitDigits..<4 { scale *= 10 }
    return Int128(minorUnits) * scale
  }
}
