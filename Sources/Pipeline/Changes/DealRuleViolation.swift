/// Why a change cannot be made to a deal.
///
/// `code` is the stable name that an import reports (data of the history format).
public enum DealRuleViolation: Error, Hashable, Sendable {
  /// Moved or given an outcome while already won or lost.
  case dealClosed
  /// Won or lost a second time.
  case alreadyClosed
  /// Reopened while open.
  case notClosed
  /// Moved to the stage it is in.
  case sameStage
  /// Anything after its deletion.
  case dealDeleted
  /// Dated before the deal's last event, whose day is given.
  case outOfOrder(after: Day)
  /// The stage is not one of the deal's pipeline.
  case unknownStage
  /// No step of that number is planned.
  case unknownStep
  /// A value below zero.
  case negativeValue
  /// A title without a visible character.
  case emptyTitle

  /// The stable name, such as `deal_closed`.
  public var code: String {
    switch self {
    case .dealClosed: "deal_closed"
    case .alreadyClosed: "already_closed"
    case .notClosed: "not_closed"
    case .sameStage: "same_stage"
    case .dealDeleted: "deal_deleted"
    case .outOfOrder: "out_of_order"
    case .unknownStage: "unknown_stage"
    case .unknownStep: "unknown_step"
    case .negativeValue: "negative_value"
    case .emptyTitle: "empty_title"
    }
  }
}
