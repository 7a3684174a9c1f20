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
  /// The same written out, after a word of `ahead` or a sign: `in 2 weeks`.
  public var unitNames: [String: TimeUnit] = [:]
  /// Names of months, by their number from 1.
  public var months: [String: Int] = [:]
  /// Words before a distance: `in 2 weeks`.
  public var ahead: Set<String> = []
  /// Words for a distance of one: `in a week`.
  public var one: Set<String> = []
  /// Words for the coming weekday: `this fri`.
  public var this: Set<String> = []
  /// Words for the period after this one, or a weekday of the week after this one.
  public var next: Set<String> = []
  /// Words between a day of the month and the month.
  public var of: Set<String> = []
  /// Words before a day, which belong to it: `on tuesday`.
  public var on: Set<String> = []
  /// Words before a time of the day, which belong to it: `at 10:00`.
  public var at: Set<String> = []
  /// Words after an hour: `10 uur`; those of one letter also between hour and minute.
  public var clock: Set<String> = []
  /// Names of weekdays that are everyday words as well: amid others they name no day.
  public var everyday: Set<String> = []
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
  /// Words for an owner that is nobody, as the board says it and as other fields say it.
  public var nobody: Set<String> = []
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
    unitNames: [
      "day": .days(1), "days": .days(1), "week": .days(7), "weeks": .days(7),
      "month": .months(1), "months": .months(1), "quarter": .months(3), "quarters": .months(3),
      "year": .months(12), "years": .months(12),
    ],
    months: [
      "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
      "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
      "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
      "dec": 12,
    ],
    ahead: ["in"],
    one: ["a", "one"],
    this: ["this", "coming"],
    next: ["next"],
    of: ["of"],
    on: ["on", "by"],
    at: ["at"],
    everyday: ["sun", "sat"],
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
    nobody: ["nobody", "none"],
    overdue: ["overdue"],
    until: ["until"],
    kinds: [
      "call": .call, "phone": .call, "meeting": .meeting, "meet": .meeting, "demo": .meeting,
      "visit": .meeting, "mail": .mail, "email": .mail, "e-mail": .mail, "task": .task,
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
