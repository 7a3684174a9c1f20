internal import Pipeline

/// What a line of a history tells, as its first checks leave it.
struct HistoryLine {
  /// The events of the format, by the words in the file.
  enum Event: String {
    case create
    case move
    case value
    case probability
    case expected
    case won
    case lost
    case reopen
    case delete
    case note
    case activity
  }

  /// The deal's id in the source.
  var deal: String
  var day: Day
  var event: Event
  /// The event's argument, clean and without outer blanks.
  var argument: String
  /// The value as it is written.
  var value: String
  var owner: String?
  var currency: String
  var expectedClose: Day?
}

/// An event of a log, to find a line's event among those that are there.
struct LoggedEvent: Hashable {
  let change: DealChange
  let day: Day

  init(_ change: DealChange, _ day: Day) {
    self.change = change
    self.day = day
  }
}

extension RowFault {
  static let missingDeal = RowFault(
    code: "missing_deal",
    "the line names no deal. Fill in the deal's id."
  )

  static func unknownEvent(_ name: String) -> RowFault {
    RowFault(
      code: "unknown_event",
      "\"\(name.shortened(to: 60))\" is not an event. Write create, move, value, probability,"
        + " expected, won, lost, reopen, delete, note or activity."
    )
  }

  static func unknownDeal(_ id: String) -> RowFault {
    RowFault(
      code: "unknown_deal",
      "no accepted line creates the deal \(id.shortened(to: 60)). Add its create line before this"
        + " one."
    )
  }

  static func duplicateDeal(_ id: String) -> RowFault {
    RowFault(
      code: "duplicate_deal",
      "the deal \(id.shortened(to: 60)) is there already, and ids are not given twice. Choose"
        + " another id."
    )
  }

  static let missingCurrency = RowFault(
    code: "missing_currency",
    "a create line needs a currency. Write its three letters, such as EUR."
  )

  /// A rule of the domain that a line breaks.
  static func violation(_ violation: DealRuleViolation, _ deal: String) -> RowFault {
    let name = deal.shortened(to: 60)
    let sentence =
      switch violation {
      case .dealClosed: "\(name) is won or lost. Reopen it before it moves."
      case .alreadyClosed: "\(name) is won or lost already. Reopen it before another outcome."
      case .notClosed: "\(name) is open. Only a won or lost deal can be reopened."
      case .sameStage: "\(name) is in that stage already. Remove the line."
      case .dealDeleted: "\(name) is deleted, and nothing may follow that. Remove the line."
      case .outOfOrder(let day):
        "\(name) has an event on \(day), which is later. Put the lines of a deal in the order of"
          + " their days."
      case .unknownStage: "\(name) has no such stage in its pipeline. Add the stage."
      case .unknownStep: "\(name) has no such step. Remove the line."
      case .negativeValue: "a value is zero or more. Correct it."
      case .emptyTitle: "a deal needs a title. Give it one."
      }
    return RowFault(violation, sentence)
  }
}
