/// The words of one language that a person may type where a day, an amount or a filter is asked for;
/// all in small letters.
///
/// The first of several is the one that help shows.
public struct InputWords: Sendable {
  /// Fixed days, counted from today.
  public var days: [String: Int]
  /// Days of the week.
  public var weekdays: [String: Weekday]
  /// The last day of the running period.
  public var endsOfPeriod: [String: Period.Length]
  /// Units of time after a number: how many days, or how many months.
  public var units: [String: TimeUnit]
  /// Letters after an amount, and the power of ten that they stand for.
  public var multipliers: [String: Int]
  /// Names of filter terms and of parts of a new deal.
  public var fields: [String: InputField]
  /// What fields are called where they are listed, in other languages than that of their own names.
  public var fieldNames: [InputField: String]
  /// Running, next and last period: `this-month`.
  public var periods: [String: RelativePeriod]
  /// Words for what is not there.
  public var none: Set<String>
  /// Words for what was due before today.
  public var overdue: Set<String>
  /// Words before a day that something waits for.
  public var until: Set<String>
  /// First words of a next step, and the kind of activity they name.
  public var kinds: [String: ActivityKind]
  /// Words for the choices of a filter term in other languages than that of the choices' names.
  public var choices: [String: String]
  /// What may stand in a term, as it is offered; those used most first.
  public var suggestions: [InputField: [String]]
  /// What stands before decimals; nil where a lone separator may be either.
  public var decimalSeparator: Character?

  /// What a unit of time is worth.
  public enum TimeUnit: Hashable, Sendable {
    /// So many days.
    case days(Int)
    /// So many months.
    case months(Int)
  }

  /// A period seen from today.
  public struct RelativePeriod: Hashable, Sendable {
    /// How long it is.
    public let length: Period.Length
    /// 0 is the running one, 1 the next, -1 the last.
    public let offset: Int

    /// Names a period.
    public init(_ length: Period.Length, offset: Int) {
      self.length = length
      self.offset = offset
    }

    /// The period as of a day.
    public func period(on today: Day) -> Period {
      let period = Period(length, containing: today)
      return Period(length, containing: period.first.adding(months: offset * length.months))
    }
  }
}

/// What a term of a filter, or a part of a new deal, is about.
public enum InputField: String, CaseIterable, Hashable, Sendable {
  /// Who owns the deal.
  case owner
  /// The stage it stands in.
  case stage
  /// Its value.
  case value
  /// Days since it was last touched.
  case idle
  /// Days since its creation.
  case age
  /// Days of its present visit.
  case inStage = "days"
  /// Its expected close.
  case close
  /// One of its labels.
  case label
  /// The customer's organization.
  case organization
  /// The person at the customer's.
  case contact
  /// The probability that counts.
  case probability
  /// Its currency.
  case currency
  /// Its forecast category.
  case category
  /// Its next step: overdue, today, none, later.
  case next
  /// Open, won or lost.
  case status
  /// Why it was lost.
  case reason
  /// What it is: stale, stuck.
  case state = "is"
}

extension InputWords {
  /// The English words.
  public static let english = InputWords(
    days: ["today": 0, "tomorrow": 1, "yesterday": -1],
    weekdays: [
      "monday": .monday, "mon": .monday, "tuesday": .tuesday, "tue": .tuesday, "tues": .tuesday,
      "wednesday": .wednesday, "wed": .wednesday, "thursday": .thursday, "thu": .thursday,
      "thurs": .thursday, "friday": .friday, "fri": .friday, "saturday": .saturday,
      "sat": .saturday, "sunday": .sunday, "sun": .sunday,
    ],
    endsOfPeriod: ["eom": .month, "eoq": .quarter, "eoy": .year],
    units: [
      "d": .days(1), "w": .days(7), "m": .months(1), "q": .months(3), "y": .months(12),
    ],
    multipliers: ["k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9],
    fields: [
      "owner": .owner, "stage": .stage, "value": .value, "idle": .idle, "age": .age,
      "days": .inStage, "close": .close, "label": .label, "tag": .label, "org": .organization,
      "organization": .organization, "contact": .contact, "probability": .probability,
      "prob": .probability, "currency": .currency, "category": .category, "next": .next,
      "status": .status, "reason": .reason, "is": .state,
    ],
    fieldNames: [:],
    periods: [
      "this-month": RelativePeriod(.month, offset: 0),
      "next-month": RelativePeriod(.month, offset: 1),
      "last-month": RelativePeriod(.month, offset: -1),
      "this-quarter": RelativePeriod(.quarter, offset: 0),
      "next-quarter": RelativePeriod(.quarter, offset: 1),
      "last-quarter": RelativePeriod(.quarter, offset: -1),
      "this-year": RelativePeriod(.year, offset: 0),
      "next-year": RelativePeriod(.year, offset: 1),
      "last-year": RelativePeriod(.year, offset: -1),
    ],
    none: ["none", "no"],
    overdue: ["overdue"],
    until: ["until"],
    kinds: [
      "call": .call, "phone": .call, "meeting": .meeting, "meet": .meeting, "demo": .meeting,
      "visit": .meeting, "mail": .mail, "email": .mail, "task": .task,
    ],
    choices: [:],
    suggestions: [
      .next: ["overdue", "today", "none", "later"],
      .status: ["open", "won", "lost"],
      .state: ["stale", "stuck"],
      .close: ["this-month", "next-month", "this-quarter", "next-quarter", "overdue", "none"],
    ],
    decimalSeparator: nil
  )
}
