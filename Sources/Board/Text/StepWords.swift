import Pipeline

/// What one step is called, side by side: what the log and `Taken back: …` say of it, and what is
/// said once it is done.
struct StepWords: Hashable {
  /// What the log calls it: `win Gamma`.
  let summary: String
  /// What is said once it is done: `Won Gamma`.
  let done: String
  /// The command that does the like to another deal.
  let command: Command

  private init(by command: Command, _ summary: String, _ done: String) {
    self.summary = summary
    self.done = done
    self.command = command
  }
}

// MARK: Where a deal stands

extension StepWords {
  /// Moved to a stage.
  static func moved(_ what: String, to stage: String) -> StepWords {
    StepWords(by: .grab, phrase("move \(what) to \(stage)"), phrase("Moved \(what) to \(stage)"))
  }

  /// Sent to the next stage, or to the one before; and from the last stage on won.
  static func sent(_ what: String?, isOn: Bool, won: String?) -> StepWords {
    guard let what else { return .won(won ?? "") }
    let sent =
      isOn
      ? StepWords(by: .sendOn, phrase("send \(what) on"), phrase("Sent \(what) on"))
      : StepWords(by: .sendBack, phrase("send \(what) back"), phrase("Sent \(what) back"))
    guard let won else { return sent }
    return StepWords(
      by: sent.command,
      sent.summary + phrase(", win \(won)"),
      sent.done + phrase(", won \(won)")
    )
  }

  /// Won, for a final value where one is named.
  static func won(_ what: String, for price: String? = nil) -> StepWords {
    guard let price else {
      return StepWords(by: .winWith, phrase("win \(what)"), phrase("Won \(what)"))
    }
    return StepWords(
      by: .winWith,
      phrase("win \(what) for \(price)"),
      phrase("Won \(what) for \(price)")
    )
  }

  /// Lost, with a reason or without one.
  static func lost(_ what: String, _ reason: String?) -> StepWords {
    let why = reason.map { ": \($0)" } ?? ""
    return StepWords(by: .lose, phrase("lose \(what)") + why, phrase("Lost \(what)") + why)
  }

  /// Reopened.
  static func reopened(_ what: String) -> StepWords {
    StepWords(by: .reopen, phrase("reopen \(what)"), phrase("Reopened \(what)"))
  }

  /// Deleted.
  static func deleted(_ what: String) -> StepWords {
    StepWords(by: .delete, phrase("delete \(what)"), phrase("Deleted \(what)"))
  }
}

// MARK: Who it belongs to

extension StepWords {
  /// Handed over by one owner to another.
  static func handedOver(_ what: String, of giver: String, to taker: String) -> StepWords {
    StepWords(
      by: .handOver,
      phrase("hand \(what) of \(giver) over to \(taker)"),
      phrase("Handed \(what) of \(giver) over to \(taker)")
    )
  }

  /// Given a person at the customer's.
  static func contactSet(_ what: String, to name: String?) -> StepWords {
    let name = name ?? phrase("none")
    return StepWords(
      by: .contact,
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
        by: .value,
        phrase("clear the value of \(what)"),
        phrase("Cleared the value of \(what)")
      )
    }
    return StepWords(
      by: .value,
      phrase("value \(what) at \(value)"),
      phrase("Valued \(what) at \(value)")
    )
  }

  /// Given an expected close, or none.
  static func closeSet(_ what: String, to day: String?) -> StepWords {
    guard let day else {
      return StepWords(
        by: .expectedClose,
        phrase("clear the expected close of \(what)"),
        phrase("Cleared the expected close of \(what)")
      )
    }
    return StepWords(
      by: .expectedClose,
      phrase("set the expected close of \(what) to \(day)"),
      phrase("Set the expected close of \(what) to \(day)")
    )
  }

  /// Given a next step, in the place of another where there was one.
  static func planned(_ what: String, _ step: String, insteadOf old: String? = nil) -> StepWords {
    StepWords(
      by: .nextStep,
      phrase("plan for \(what): \(step)"),
      phrase("Planned for \(what): \(step)") + (old.map { phrase(", instead of \($0)") } ?? "")
    )
  }

  /// A step of it done.
  static func stepDone(_ step: String, for what: String) -> StepWords {
    StepWords(by: .markDone, phrase("do \(step) for \(what)"), phrase("Did \(step) for \(what)"))
  }

  /// Noted on.
  static func noted(_ what: String) -> StepWords {
    StepWords(by: .note, phrase("write a note on \(what)"), phrase("Wrote a note on \(what)"))
  }

  /// Its long notes written.
  static func notesWritten(_ what: String) -> StepWords {
    StepWords(
      by: .editNotes,
      phrase("write the notes of \(what)"),
      phrase("Wrote the notes of \(what)")
    )
  }

  /// Some fields changed: as they are now.
  static func edited(_ what: String, setting fields: [String] = []) -> StepWords {
    let now = fields.isEmpty ? "" : ": " + fields.joined(separator: ", ")
    return StepWords(by: .edit, phrase("edit \(what)"), phrase("Edited \(what)") + now)
  }

  /// Put aside until a day.
  static func putAside(_ what: String, until day: String) -> StepWords {
    StepWords(
      by: .snooze,
      phrase("put \(what) aside until \(day)"),
      phrase("Put \(what) aside until \(day)")
    )
  }

  /// Taken up again after it was put aside.
  static func takenUp(_ what: String) -> StepWords {
    StepWords(by: .snooze, phrase("take up \(what) again"), phrase("Took up \(what) again"))
  }

  /// Kept as it is until a day, with a word why.
  static func kept(_ what: String, because why: String, until day: String) -> StepWords {
    StepWords(
      by: .snooze,
      phrase("keep \(what): \(why)"),
      phrase("Kept \(what) until \(day): \(why)")
    )
  }
}
