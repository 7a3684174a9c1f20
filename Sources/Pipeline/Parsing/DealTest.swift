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

  /// Whether a deal passes, ready to be asked of hundreds of thousands: what is asked for is looked
  /// at once and not for each of them.
  var passes: @Sendable (Deal) -> Bool {
    switch self {
    case .word(let word, let owners):
      { deal in
        word.occurs(in: deal.title) || word.occurs(in: deal.organization)
          || word.occurs(in: deal.contact) || deal.owner.map(owners.contains) == true
      }
    case .owner(let owners): { owners.contains($0.owner) }
    case .stage(let stages): { stages.contains($0.stage) }
    case .value(let bounds, let currency):
      { deal in
        (currency == nil || currency == deal.currency)
          && deal.value.map { bounds.contains($0.tenThousandths) } == true
      }
    case .hasNoValue: { $0.minorUnits == nil }
    case .idle(let bounds, let day):
      { $0.status.isOpen && bounds.contains($0.idleDays(on: day)) }
    case .age(let bounds, let day): { $0.age(on: day).map(bounds.contains) == true }
    case .inStage(let bounds, let day):
      { $0.currentVisitDays(on: day).map(bounds.contains) == true }
    case .close(let bounds): { $0.expectedClose.map(bounds.contains) == true }
    case .hasNoClose: { $0.expectedClose == nil }
    case .label(let label): { $0.labels.contains { label.beginsWord(of: $0) } }
    case .hasNoLabel: { $0.labels.isEmpty }
    case .exactly(let field, let name): Self.isIn(field, field.key(named: name))
    case .organization(let text): { Self.test(text, $0.organization) }
    case .contact(let text): { Self.test(text, $0.contact) }
    case .probability(let bounds, let stages):
      { deal in
        deal.probability(in: stages[deal.stage]).map { bounds.contains(Int($0.percent)) } == true
      }
    case .currency(let currency): { $0.currency == currency }
    case .category(let category): { $0.category == category }
    case .next(let step, let day): { NextStep(of: $0, on: day) == step }
    case .status(let name): { $0.status.name == name }
    case .reason(let text): { $0.status.isLost && Self.test(text, $0.status.lostReason) }
    case .stale(let stages, let day):
      { $0.isStale(on: day, idleLimit: stages[$0.stage]?.idleLimit) }
    case .stuck(let stages, let day):
      { $0.isStuck(on: day, stuckLimit: stages[$0.stage]?.stuckLimit) }
    case .any(let tests):
      Self.any(tests.map(\.passes))
    }
  }

  private static func any(_ tests: [@Sendable (Deal) -> Bool]) -> @Sendable (Deal) -> Bool {
    { deal in tests.contains { $0(deal) } }
  }

  private static func isIn(_ field: Grouping, _ key: GroupKey) -> @Sendable (Deal) -> Bool {
    { deal in field.keys(of: deal).contains(key) }
  }

  /// A text that is wanted, or its absence.
  private static func test(_ wanted: FoldedText?, _ text: String?) -> Bool {
    guard let wanted else { return text == nil }
    return wanted.occurs(in: text)
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
