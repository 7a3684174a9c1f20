extension DayParser {
  /// A day that the first words of some name.
  public struct Match: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// How many words name it; 1 at least.
    public var count: Int
  }

  /// The day that the first of some words name, as many of them as belong to it; `nil` where they
  /// name none.
  ///
  /// Beside the single words: `24 dec`, `24th of December 2026`, `dec 24`, `12 Nov 27`; a weekday
  /// before a date that falls on it, as the screen writes it, `Fri 4 Dec`; `in 2 weeks`, `+2 weeks`,
  /// `next week`, `next fri` (that of the week after this one), `this fri`, `fri next week`.
  public func match(_ phrase: ArraySlice<String>) -> Match? {
    let phrase = phrase.prefix(6).map { $0.lowercased() }[...]
    guard let first = phrase.first else { return nil }
    if let weekday = words.weekdays[Self.bare(first)] {
      return after(weekday, phrase.dropFirst())
    }
    if let match = ahead(phrase) ?? relative(phrase) ?? date(phrase) { return match }
    return (day(word: first) ?? day(word: Self.bare(first))).map { Match(day: $0, count: 1) }
  }

  /// The weekday that a date of some words has, where they begin with another one: `Thu 4 Dec` of a
  /// 4 December that is a Friday.
  func contradiction(_ phrase: ArraySlice<String>) -> Day? {
    let phrase = phrase.prefix(6).map { $0.lowercased() }[...]
    guard let first = phrase.first, let weekday = words.weekdays[Self.bare(first)],
      let date = date(phrase.dropFirst()) ?? numbered(phrase.dropFirst()),
      date.day.weekday != weekday, !isDotted(phrase.dropFirst().first)
    else { return nil }
    return date.day
  }

  /// A word without the comma or point after it.
  private static func bare(_ word: String) -> String {
    word.last == "," || word.last == "." ? String(word.dropLast()) : word
  }

  /// Whether a word may be a time as well: `10.05`.
  private func isDotted(_ word: String?) -> Bool {
    word.map { $0.contains(".") && TimeParser(words: words).minute($0) != nil } ?? false
  }

  // MARK: With a weekday

  private func after(_ weekday: Weekday, _ rest: ArraySlice<String>) -> Match? {
    if let date = date(rest) ?? numbered(rest) {
      if date.day.weekday == weekday { return Match(day: date.day, count: date.count + 1) }
      if !isDotted(rest.first) { return nil }
    }
    if rest.count >= 2, words.next.contains(rest[rest.startIndex]),
      isWeek(rest[rest.startIndex + 1])
    {
      return Match(day: next(weekday), count: 3)
    }
    return Match(day: nearest(weekday), count: 1)
  }

  /// A date in figures, as the first word.
  private func numbered(_ phrase: ArraySlice<String>) -> Match? {
    guard let word = phrase.first.map(Self.bare), word.first?.isNumber == true,
      word.last?.isNumber == true, let day = day(word: word)
    else { return nil }
    return Match(day: day, count: 1)
  }

  private func isWeek(_ word: String) -> Bool {
    switch words.unitNames[Self.bare(word)] {
    case .days(7)?: true
    case .days, .months, nil: false
    }
  }

  /// That weekday of the week after this one, from Monday.
  private func next(_ weekday: Weekday) -> Day {
    today + (7 - (today.weekday.rawValue - Weekday.monday.rawValue))
      + (weekday.rawValue - Weekday.monday.rawValue)
  }

  private func relative(_ phrase: ArraySlice<String>) -> Match? {
    guard phrase.count >= 2, let first = phrase.first else { return nil }
    let second = Self.bare(phrase[phrase.startIndex + 1])
    if words.this.contains(first) {
      return words.weekdays[second].map { Match(day: nearest($0), count: 2) }
    }
    guard words.next.contains(first) else { return nil }
    if let weekday = words.weekdays[second] { return Match(day: next(weekday), count: 2) }
    if isWeek(second), phrase.count >= 3,
      let weekday = words.weekdays[Self.bare(phrase[phrase.startIndex + 2])]
    {
      return Match(day: next(weekday), count: 3)
    }
    return words.unitNames[second].map { Match(day: distance(1, $0), count: 2) }
  }

  /// `in 2 weeks`, `in a week`, `+2 weeks`.
  private func ahead(_ phrase: ArraySlice<String>) -> Match? {
    guard let first = phrase.first else { return nil }
    let isNamed = words.ahead.contains(first)
    let rest = isNamed ? phrase.dropFirst() : phrase
    guard isNamed || first.first == "+" || first.first == "-", let amount = rest.first else {
      return nil
    }
    let shift = isNamed ? 1 : 0
    if isNamed, amount.first?.isNumber == true, amount.last?.isNumber == false,
      let day = day(word: amount)
    {
      return Match(day: day, count: 2)
    }
    guard rest.count >= 2,
      let unit = words.unitNames[Self.bare(rest[rest.startIndex + 1])]
        ?? words.units[rest[rest.startIndex + 1]]
    else { return nil }
    let isOne = isNamed && words.one.contains(amount)
    guard amount.utf8.count <= 6, let number = isOne ? 1 : Int(amount) else { return nil }
    return Match(day: distance(number, unit), count: 2 + shift)
  }

  // MARK: With the name of a month

  /// `24 dec`, `24th of December`, `dec 24`, with or without a year after it.
  private func date(_ phrase: ArraySlice<String>) -> Match? {
    guard phrase.count >= 2, let first = phrase.first else { return nil }
    var rest = phrase.dropFirst()
    let month: Int
    let dayOfMonth: Int
    if let number = ordinal(first) {
      if let word = rest.first, words.of.contains(word) { rest = rest.dropFirst() }
      guard let word = rest.first, let named = words.months[Self.bare(word)] else { return nil }
      (dayOfMonth, month) = (number, named)
    } else {
      guard let named = words.months[Self.bare(first)],
        let number = rest.first.flatMap(ordinal)
      else { return nil }
      (dayOfMonth, month) = (number, named)
    }
    rest = rest.dropFirst()
    let count = phrase.count - rest.count
    if let year = rest.first.flatMap(year), let day = Day(year: year, month: month, day: dayOfMonth)
    {
      return Match(day: day, count: count + 1)
    }
    return nearest(month: month, day: dayOfMonth).map { Match(day: $0, count: count) }
  }

  /// 1 to 31, as `4`, `4.`, `4th` or `4e`.
  private func ordinal(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let end = word.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let number = Int(digits), (1...31).contains(number),
      ["", ".", ",", "st", "nd", "rd", "th", "e"].contains(end)
    else { return nil }
    return number
  }

  /// A year in full, or its last two figures from this year on: `24 dec 20` are twenty of something.
  private func year(_ word: String) -> Int? {
    let word = Self.bare(word.first == "'" ? String(word.dropFirst()) : word)
    guard word.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(word) else {
      return nil
    }
    switch word.utf8.count {
    case 4: return number
    case 2 where looksBack || number >= today.year % 100: return 2000 + number
    default: return nil
    }
  }
}
