import Pipeline

/// What one step is called, side by side: what the log and `Taken back: …` say of it, and what is
/// said once it is done.
struct StepWords: Hashable {
  /// What the log calls it: `win Gamma`.
  let summary: String
  /// What is said once it is done: `Won Gamma`.
  let done: String

  private init(_ summary: String, _ done: String) {
    self.summary = summary
    self.done = done
  }
}

// MARK: Where a deal stands

extension StepWords {
  /// Moved to a stage.
  static func moved(_ what: String, to stage: String) -> StepWords {
    StepWords(phrase("move \(what) to \(stage)"), phrase("Moved \(what) to \(stage)"))
  }

  /// Sent to the next stage, or to the one before; and from the last stage on won.
  static func sent(_ what: String?, isOn: Bool, won: String?) -> StepWords {
    guard let what else { return .won(won ?? "") }
    let sent =
      isOn
      ? StepWords(phrase("send \(what) on"), phrase("Sent \(what) on"))
      : StepWords(phrase("send \(what) back"), phrase("Sent \(what) back"))
    guard let won else { return sent }
    return StepWords(
      sent.summary + phrase(", win \(won)"),
      sent.done + phrase(", won \(won)")
    )
  }

  /// Won, for a final value where one is named.
  static func won(_ what: String, for price: String? = nil) -> StepWords {
    guard let price else { return StepWords(phrase("win \(what)"), phrase("Won \(what)")) }
    return StepWords(phrase("win \(what) for \(price)"), phrase("Won \(what) for \(price)"))
  }

  /// Lost, with a reason or without one.
  static func lost(_ what: String, _ reason: String?) -> StepWords {
    let why = reason.map { ": \($0)" } ?? ""
    return StepWords(phrase("lose \(what)") + why, phrase("Lost \(what)") + why)
  }

  /// Reopened.
  static func reopened(_ what: String) -> StepWords {
    StepWords(phrase("reopen \(what)"), phrase("Reopened \(what)"))
  }

  /// Deleted.
  static func deleted(_ what: String) -> StepWords {
    StepWords(phrase("delete \(what)"), phrase("Deleted \(what)"))
  }
}

// MARK: Who it belongs to

extension StepWords {
  /// Handed over by one owner to another.
  static func handedOver(_ what: String, of giver: String, to taker: String) -> StepWords {
    StepWords(
      phrase("hand \(what) of \(giver) over to \(taker)"),
      phrase("Handed \(what) of \(giver) over to \(taker)")
    )
  }

  /// Given a person at the customer's.
  static func contactSet(_ what: String, to name: String?) -> StepWords {
    let name = name ?? phrase("none")
    return StepWords(
      phrase("set the person of \(what): \(name)"),
      phrase("Set the person of \(what): \(name)")
    )
  }
}

// MARK: What a deal says

extension StepWords {
  /// Given a value, or none.
  static func valued(_ what: String, at value: String?) -> StepWords {
    guard let value else {
      return StepWords(
        phrase("clear the value of \(what)"),
        phrase("Cleared the value of \(what)")
      )
    }
    return StepWords(phrase("value \(what) at \(value)"), phrase("Valued \(what) at \(value)"))
  }

  /// Given an expected close, or none.
  static func closeSet(_ what: String, to day: String?) -> StepWords {
    guard let day else {
      return StepWords(
        phrase("clear the expected close of \(what)"),
        phrase("Cleared the expected close of \(what)")
      )
    }
    return StepWords(
      phrase("set the expected close of \(what) to \(day)"),
      phrase("Set the expected close of \(what) to \(day)")
    )
  }

  /// Given a next step, in the place of another where there was one.
  static func planned(_ what: String, _ step: String, insteadOf old: String? = nil) -> StepWords {
    StepWords(
      phrase("plan for \(what): \(step)"),
      phrase("Planned for \(what): \(step)") + (old.map { phrase(", instead of \($0)") } ?? "")
    )
  }

  /// A step of it done.
  static func stepDone(_ step: String, for what: String) -> StepWords {
    StepWords(phrase("do \(step) for \(what)"), phrase("Did \(step) for \(what)"))
  }

  /// Noted on.
  static func noted(_ what: String) -> StepWords {
    StepWords(phrase("write a note on \(what)"), phrase("Wrote a note on \(what)"))
  }

  /// Its long notes written.
  static func notesWritten(_ what: String) -> StepWords {
    StepWords(phrase("write the notes of \(what)"), phrase("Wrote the notes of \(what)"))
  }

  /// Some fields changed: as they are now.
  static func edited(_ what: String, setting fields: [String] = []) -> StepWords {
    let now = fields.isEmpty ? "" : ": " + fields.joined(separator: ", ")
    return StepWords(phrase("edit \(what)"), phrase("Edited \(what)") + now)
  }

  /// Put aside until a day.
  static func putAside(_ what: String, until day: String) -> StepWords {
    StepWords(
      phrase("put \(what) aside until \(day)"),
      phrase("Put \(what) aside until \(day)")
    )
  }

  /// Taken up again after it was put aside.
  static func takenUp(_ what: String) -> StepWords {
    StepWords(phrase("take up \(what) again"), phrase("Took up \(what) again"))
  }

  /// Kept as it is until a day, with a word why.
  static func kept(_ what: String, because why: String, until day: String) -> StepWords {
    StepWords(
      phrase("keep \(what): \(why)"),
      phrase("Kept \(what) until \(day): \(why)")
    )
  }
}
