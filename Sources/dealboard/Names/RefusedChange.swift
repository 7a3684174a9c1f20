import Pipeline
import Store

/// A change that a rule of deals forbids, in words that say how the deal stands and what to type.
struct RefusedChange {
  /// The deal as it was found.
  let deal: Deal
  /// The rule.
  let violation: DealRuleViolation
  /// The stages that it names.
  let names: StructureNames

  /// The failure; what no command can mend is said as everywhere.
  var failure: CommandFailure {
    let deal = "Deal \(deal.id) (\(deal.title))"
    return CommandFailure(
      .badData,
      wayOut.map { "\(deal) \($0)" } ?? violation.sentence(about: deal)
    )
  }

  private var wayOut: String? {
    switch violation {
    case .dealClosed, .alreadyClosed:
      standing.map { "is \($0). Reopen it first: dealboard reopen \(deal.id)" }
    case .notClosed:
      "is open, in \(names.name(of: deal.stage)). Only a won or lost deal can be reopened; "
        + "dealboard move \(deal.id) STAGE puts an open one elsewhere."
    case .dealDeleted:
      "was deleted. Whoever deleted it takes that back with `dealboard undo`."
    case .sameStage:
      "is in \(names.name(of: deal.stage)) already."
    case .outOfOrder, .unknownStage, .unknownStep, .negativeValue, .emptyTitle: nil
    }
  }

  private var standing: String? {
    switch deal.status {
    case .open: nil
    case .won(let day): "won since \(day)"
    case .lost(let day, let reason): "lost since \(day)" + (reason.map { " (\($0))" } ?? "")
    }
  }
}
