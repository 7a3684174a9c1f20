public import Pipeline

/// Something that is wrong in a workspace file.
public enum DoctorFinding: Hashable, Sendable {
  /// SQLite found the file's structure broken; its own words.
  case brokenStructure(String)
  /// Deals between two numbers that damage took along; to the end where there is no last one.
  case lostDeals(first: Identifier<Deal>, last: Identifier<Deal>?)
  /// Events of the log between two numbers that damage took along; to the end where there is no
  /// last one.
  case lostEvents(first: Int64, last: Int64?)
  /// Some of what a table holds cannot be read; what it is, as `goals`.
  case lostRows(of: String)
  /// A row refers to another that is missing; the tables' names.
  case missingReference(table: String, to: String)
  /// Events that were once committed are gone.
  case wentBack(WentBack)
  /// A deal's row is not what its log makes of it; the names of the columns that differ.
  case dealDiffers(Identifier<Deal>, columns: [String])
  /// A deal's row has no events.
  case dealWithoutEvents(Identifier<Deal>)
  /// Events are of a deal that has no row.
  case eventsWithoutDeal(Identifier<Deal>)
  /// A deal's events are not numbered without a gap, or do not begin with its creation.
  case brokenLog(Identifier<Deal>)
  /// A step has lost events, or has some of another one's.
  case brokenStep(Identifier<ChangeStep>)
  /// A row holds what is never written.
  case unreadableDeal(Identifier<Deal>)
  /// A row beside the deals holds what is never written; what it is of.
  case unreadableRow(String)
  /// The days that a closed deal spent in its stages are not what its log says.
  case staysDiffer(Identifier<Deal>)
  /// The sums that are kept over closed deals are not what the deals add up to.
  case closedSumsDiffer
}

extension DoctorFinding {
  /// Whether a part of the file cannot be read, so that nothing may be written to it.
  var isDamage: Bool {
    switch self {
    case .brokenStructure, .lostDeals, .lostEvents, .lostRows, .unreadableDeal, .unreadableRow:
      true
    case .missingReference, .wentBack, .dealDiffers, .dealWithoutEvents, .eventsWithoutDeal,
      .brokenLog, .brokenStep, .staysDiffer, .closedSumsDiffer:
      false
    }
  }

  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .brokenStructure(let detail): "The file's structure is broken: \(detail)."
    case .lostDeals(let first, let last):
      Self.range("Deal", first.rawValue, last?.rawValue) + " cannot be read any more."
    case .lostEvents(let first, let last):
      Self.range("Event", first, last) + " of the log cannot be read any more."
    case .lostRows(let what): "Some of the \(what), or all, cannot be read any more."
    case .missingReference(let table, let to): "A row of \(table) refers to a missing \(to)."
    case .wentBack(let back):
      "The file went back in time: it ended with event \(back.found), but event \(back.known) had "
        + "been saved. If it is a restored backup, `dealboard doctor --accept` takes it as it is."
    case .dealDiffers(let id, let columns):
      "Deal \(id) differs from its log: \(columns.joined(separator: ", "))."
    case .dealWithoutEvents(let id): "Deal \(id) has no events."
    case .eventsWithoutDeal(let id): "Events name deal \(id), which is missing."
    case .brokenLog(let id): "The log of deal \(id) has a gap."
    case .brokenStep(let id): "Step \(id) does not have the events that were saved with it."
    case .unreadableRow(let what): "The file holds what is never written: \(what)."
    case .unreadableDeal(let id): "Deal \(id) cannot be read."
    case .staysDiffer(let id): "The days in stages of deal \(id) differ from its log."
    case .closedSumsDiffer: "The sums over closed deals are not what the deals add up to."
    }
  }

  private static func range(_ noun: String, _ first: Int64, _ last: Int64?) -> String {
    guard let last else { return "\(noun)s from \(first) on" }
    return first == last ? "\(noun) \(first)" : "\(noun)s \(first) to \(last)"
  }
}
