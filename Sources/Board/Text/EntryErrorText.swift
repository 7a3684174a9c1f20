public import Pipeline

extension AmountError {
  /// What is wrong with the amount and how to write it.
  var sentence: String {
    switch self {
    case .notAnAmount(let text):
      phrase("\"\(text)\" is not an amount. Write it as 48000, 48k or 1.2m.")
    case .ambiguous(let text, let currency) where currency.minorUnitDigits == 0:
      phrase("\"\(text)\" may be thousands or decimals; \(currency) has none. Write 1000.")
    case .ambiguous(let text, _):
      phrase("\"\(text)\" may be thousands or decimals. Write 1000 or 1.00.")
    case .tooFine(let text, let currency): phrase("\"\(text)\" is finer than \(currency) allows.")
    case .tooLarge(let text): phrase("\"\(text)\" is too large.")
    case .negative: phrase("A value cannot be below zero.")
    }
  }
}

/// The first names of a list, and how many more there are.
private func listed(_ known: [String]) -> String {
  known.prefix(6).joined(separator: ", ")
    + (known.count > 6 ? phrase(" and \(known.count - 6) more") : "")
}

extension StepLine {
  /// Reads a line that somebody typed on the board.
  ///
  /// Throws the sentence that says what is wrong with it.
  init(typed line: String, today: Day) throws(EntryError) {
    do throws(StepLineError) { try self.init(line, today: today) } catch {
      throw EntryError(error.sentence(today: today))
    }
  }
}

extension StepLineError {
  /// What is wrong with the line, and how to write it.
  func sentence(today: Day) -> String {
    switch self {
    case .noDay: phrase("When? Add a day: today, tue, +2w, 31-3, and a time if you like.")
    case .unclearDay(let word):
      phrase("Is \"\(word)\" the day? Write it last, as today, tue, +2w or 31-3.")
    case .severalDays(let one, let other):
      phrase("\"\(one)\" or \"\(other)\"? Write the day that counts last.")
    case .otherWeekday(let word, let day):
      phrase(
        "\(DayText.date(day, today: today)) is a \(DayText.weekday(day.weekday)), not \(word)."
      )
    case .notATime(let word): phrase("\"\(word)\" is no time of the day. Write 9:05 or 14:30.")
    case .notADay(let word):
      phrase("There is no day \(word). Write fri, +2w, 31-3 or 2026-03-31.")
    }
  }
}

extension NameError {
  /// What is wrong with the name, and which there are.
  var sentence: String {
    switch self {
    case .unknown(let text, let known):
      phrase("Nothing is called \"\(text)\"; there is \(listed(known)).")
    case .ambiguous(let text, let matches):
      phrase("\"\(text)\" may be \(matches.joined(separator: phrase(" or "))).")
    }
  }
}

extension DealFilterError {
  /// What is wrong with the term, and what could stand there.
  var sentence: String {
    let fields = InputField.allCases.map(InputWords.current.name)
    return switch reason {
    case .unfinished: phrase("\(term) is not finished.")
    case .unknownField:
      phrase("\(term): no such term; there is \(fields.joined(separator: ", ")).")
    case .unknownWord(let known): phrase("\(term): write \(listed(known)).")
    case .unknownName(let known): phrase("\(term): nobody and nothing; there is \(listed(known)).")
    case .notANumber: phrase("\(term): write a whole number, with < or > if you like.")
    case .notADay: phrase("\(term): write a day or a period, such as this-month.")
    case .notAnAmount(let error): error.sentence
    }
  }
}

extension QuickDealError {
  /// What is wrong with the line.
  public var sentence: String {
    let fields = QuickDeal.fields.map { InputWords.current.name(of: $0) + ":" }.joined(
      separator: ", "
    )
    return switch reason {
    case .unknownField:
      phrase(
        "\(term) is nothing of a deal; there is \(fields). In quotes it belongs to the title."
      )
    case .noTitle: phrase("A deal needs a title.")
    case .name(let error): error.sentence
    case .amount(let error): error.sentence
    case .notADay: phrase("\(term) names no day. Write fri, +2w, eom, 31-3 or 2026-03-31.")
    case .notAProbability: phrase("\(term) is no whole percent from 0 to 100.")
    case .notACategory: phrase("\(term) is none of omitted, pipeline, best case, commit.")
    }
  }
}
