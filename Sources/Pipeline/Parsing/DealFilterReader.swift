/// Turns the tokens of a filter into questions.
struct DealFilterReader {
  let context: DealFilter.Context

  private typealias Reason = DealFilterError.Reason

  func test(_ token: InputToken) throws(DealFilterError) -> DealTest {
    do throws(DealFilterError.Reason) {
      guard let name = token.field else { return word(token.text) }
      guard let field = context.words.fields[name] else {
        throw .unknownField(known: InputWords.current.fields.keys.sorted())
      }
      if token.text.isEmpty { throw .unfinished }
      if token.isQuoted { return try test(field, token.text) }
      var tests: [DealTest] = []
      for part in token.text.split(separator: ",") { tests.append(try test(field, String(part))) }
      if let only = tests.first, tests.count == 1 { return only }
      if tests.isEmpty { throw .unfinished }
      return .any(tests)
    } catch {
      throw DealFilterError(position: token.position, term: token.source, reason: error)
    }
  }

  private func word(_ text: String) -> DealTest {
    let word = FoldedText(text)
    let owners = context.people.filter { word.occurs(in: $0.name) }.map(\.id)
    return .word(word, owners: Set(owners))
  }

  private func test(_ field: InputField, _ text: String) throws(Reason) -> DealTest {
    let isNone = context.words.none.contains(text.lowercased())
    let today = context.today
    if text.first == "=", text.count > 1, let grouping = Self.grouping(field) {
      return .exactly(grouping, String(text.dropFirst()))
    }
    switch field {
    case .owner:
      // `owner:no` means it here alone: elsewhere it may be the beginning of a name.
      let isNobody = isNone || context.words.isNobody(text)
      return .owner(isNobody ? [nil] : try people(text))
    case .stage: return .stage(try stages(text))
    case .value: return isNone ? .hasNoValue : try value(text)
    case .idle: return .idle(try number(text), on: today)
    case .age: return .age(try number(text), on: today)
    case .inStage: return .inStage(try number(text), on: today)
    case .close: return isNone ? .hasNoClose : .close(try days(text))
    case .label: return isNone ? .hasNoLabel : .label(FoldedText(text))
    case .organization: return .organization(isNone ? nil : FoldedText(text))
    case .contact: return .contact(isNone ? nil : FoldedText(text))
    case .probability:
      return .probability(
        try number(text.last == "%" ? String(text.dropLast()) : text),
        stages: all
      )
    case .currency:
      guard let currency = Currency(iso4217: text) else {
        throw .unknownWord(known: ["EUR", "USD"])
      }
      return .currency(currency)
    case .category: return .category(try choice(of: text))
    case .next: return .next(try choice(of: text), on: today)
    case .status: return .status(try choice(of: text, ["open", "won", "lost"]))
    case .reason: return .reason(isNone ? nil : FoldedText(text))
    case .state:
      let isStale = try choice(of: text, ["stale", "stuck"]) == "stale"
      return isStale ? .stale(all, on: today) : .stuck(all, on: today)
    }
  }

  /// The fields whose whole text can be asked for with `=`: `label:="very hot"`.
  private static func grouping(_ field: InputField) -> Grouping? {
    switch field {
    case .label: .label
    case .organization: .organization
    case .reason: .reason
    case .owner, .stage, .value, .idle, .age, .inStage, .close, .contact, .probability, .currency,
      .category, .next, .status, .state:
      nil
    }
  }

  /// Every stage of every pipeline by its number.
  private var all: [Identifier<Stage>: Stage] {
    let stages = context.pipelines.flatMap { $0.stages + $0.archivedStages }
    return Dictionary(stages.map { ($0.id, $0) }) { first, _ in first }
  }

  private func people(_ text: String) throws(Reason) -> Set<Identifier<Person>?> {
    let wanted = FoldedText(text)
    let found = context.people.filter { person in
      wanted.beginsWord(of: person.name) || FoldedText(person.initials) == wanted
        || person.logins.contains { FoldedText($0) == wanted }
    }
    guard !found.isEmpty else { throw .unknownName(known: context.people.map(\.name)) }
    return Set(found.map(\.id))
  }

  private func stages(_ text: String) throws(Reason) -> Set<Identifier<Stage>> {
    let wanted = FoldedText(text)
    let number = Int(text)
    var found: Set<Identifier<Stage>> = []
    for pipeline in context.pipelines {
      for (place, stage) in pipeline.stages.enumerated()
      where number == place + 1 || wanted.beginsWord(of: stage.name) {
        found.insert(stage.id)
      }
    }
    if found.isEmpty {
      // On past days deals stand in stages that were put away since.
      let away = context.pipelines.flatMap(\.archivedStages)
      found.formUnion(away.filter { wanted.beginsWord(of: $0.name) }.map(\.id))
    }
    guard !found.isEmpty else {
      throw .unknownName(known: context.pipelines.flatMap { $0.stages.map(\.name) })
    }
    return found
  }

  private func choice(of text: String, _ known: [String]) throws(Reason) -> String {
    let wanted = FoldedText(text)
    if let found = known.first(where: wanted.begins) { return found }
    guard let found = context.words.choices[text.lowercased()], known.contains(found) else {
      throw .unknownWord(known: known)
    }
    return found
  }

  private func choice<Choice>(of text: String) throws(Reason) -> Choice
  where Choice: CaseIterable & RawRepresentable<String> {
    let known = Choice.allCases.map(\.rawValue)
    let wanted = FoldedText(text.map { $0 == "-" ? " " : String($0) }.joined())
    let found =
      Choice.allCases.first { wanted.begins($0.rawValue) }
      ?? context.words.choices[text.lowercased()].flatMap(Choice.init)
    guard let found else { throw .unknownWord(known: known) }
    return found
  }
}

extension DealFilterReader {
  /// `14`, `>14`, `>=14`, `<14`, `<=14`, `7..14`.
  private func number(_ text: String) throws(Reason) -> Bounds<Int> {
    let range = Comparator(text)
    func whole(_ text: String) throws(Reason) -> Int {
      guard let number = Int(text), number >= 0, number < 10_000_000 else { throw .notANumber }
      return number
    }
    switch range {
    case .above(let text): return Bounds(least: try whole(text) + 1)
    case .atLeast(let text): return Bounds(least: try whole(text))
    case .below(let text): return Bounds(most: try whole(text) - 1)
    case .atMost(let text): return Bounds(most: try whole(text))
    case .between(let low, let high): return Bounds(least: try whole(low), most: try whole(high))
    case .exactly(let text):
      let number = try whole(text)
      return Bounds(least: number, most: number)
    }
  }

  /// As for numbers; an amount without a currency is asked of deals of every currency.
  private func value(_ text: String) throws(Reason) -> DealTest {
    var named: Currency?
    // The currency with the finest minor unit: no bound is too fine for some deal.
    let parser = AmountParser(currency: Currency(code: "CLF") ?? .euro, words: context.words)
    func amount(_ text: String) throws(Reason) -> Int128 {
      do throws(AmountError) {
        let (money, namesCurrency) = try parser.read(text)
        if namesCurrency { named = money.currency }
        return money.tenThousandths
      } catch {
        throw .notAnAmount(error)
      }
    }
    let bounds: Bounds<Int128> =
      switch Comparator(text) {
      case .above(let text): Bounds(least: try amount(text) + 1)
      case .atLeast(let text): Bounds(least: try amount(text))
      case .below(let text): Bounds(most: try amount(text) - 1)
      case .atMost(let text): Bounds(most: try amount(text))
      case .between(let low, let high): Bounds(least: try amount(low), most: try amount(high))
      case .exactly(let text): Bounds(least: try amount(text), most: try amount(text))
      }
    return .value(bounds, named)
  }

  /// As for numbers, of days and periods; `overdue` is before today.
  private func days(_ text: String) throws(Reason) -> Bounds<Day> {
    let parser = DayParser(today: context.today, words: context.words)
    func range(_ text: String) throws(Reason) -> DayRange {
      if let period = context.words.periods[text.lowercased()] {
        return period.period(on: context.today).days
      }
      if let period = Period(text) { return period.days }
      guard let day = parser.day(text) else { throw .notADay }
      return DayRange(days: 1, endingOn: day)
    }
    if context.words.overdue.contains(text.lowercased()) { return Bounds(most: context.today - 1) }
    switch Comparator(text) {
    case .above(let text): return Bounds(least: try range(text).last + 1)
    case .atLeast(let text): return Bounds(least: try range(text).first)
    case .below(let text): return Bounds(most: try range(text).first - 1)
    case .atMost(let text): return Bounds(most: try range(text).last)
    case .between(let low, let high):
      return Bounds(least: try range(low).first, most: try range(high).last)
    case .exactly(let text):
      let days = try range(text)
      return Bounds(least: days.first, most: days.last)
    }
  }
}

/// How a bound is written, with the text of what is compared.
private enum Comparator {
  case above(String)
  case atLeast(String)
  case below(String)
  case atMost(String)
  case exactly(String)
  case between(String, String)

  init(_ text: String) {
    let rest = { (count: Int) in String(text.dropFirst(count)) }
    if text.hasPrefix(">=") {
      self = .atLeast(rest(2))
    } else if text.hasPrefix("<=") {
      self = .atMost(rest(2))
    } else if text.hasPrefix(">") {
      self = .above(rest(1))
    } else if text.hasPrefix("<") {
      self = .below(rest(1))
    } else if text.hasPrefix("=") {
      self = .exactly(rest(1))
    } else if let dots = Self.dots(in: text) {
      self = .between(dots.before, dots.after)
    } else {
      self = .exactly(text)
    }
  }

  private static func dots(in text: String) -> (before: String, after: String)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let gap = parts.firstIndex(of: ""), gap > 0, gap < parts.count - 1 else { return nil }
    return (
      parts[..<gap].joined(separator: "."), parts[(gap + 1)...].joined(separator: ".")
    )
  }
}
