internal import Pipeline

/// Takes the events of a file's log one by one.
struct LogTaking {
  /// A deal of the file.
  private struct Known {
    var id: Identifier<Deal>
    /// How many of its events the file told so far that are in the log here.
    var seen: Int32 = 1
    /// Whether it is in the report already, as made or updated.
    var isCounted = false
    /// Whether its log here goes another way, so that nothing more is taken.
    var isParted = false
  }

  private let target: any RestoreTarget
  private let stages: [Identifier<Stage>: Identifier<SalesPipeline>]
  private let file: String
  private var deals: [Int64: Known] = [:]

  init(
    target: any RestoreTarget,
    stages: [Identifier<Stage>: Identifier<SalesPipeline>],
    file: String
  ) {
    self.target = target
    self.stages = stages
    self.file = file
  }

  /// Takes an event; gives the fault where it cannot be taken.
  ///
  /// Throws what the store throws.
  mutating func take(_ event: RecordedEvent, _ report: inout ImportReport) throws -> RowFault? {
    if case .created(let draft) = event.change { return try create(draft, event, &report) }
    guard var known = deals[event.deal] else { return .unknownDeal("\(event.deal)") }
    if known.isParted { return nil }
    defer { deals[event.deal] = known }
    if let there = try target.deal(ofEvent: event.id) {
      if there == known.id { known.seen += 1 }
      report.unchanged += 1
      return nil
    }
    guard let deal = try target.deal(known.id), deal.revision == known.seen else {
      known.isParted = true
      return .parted(try target.deal(known.id)?.title ?? "\(event.deal)")
    }
    if let fault = try fault(event, deal) {
      known.isParted = true
      return fault
    }
    _ = try target.append(event.change, id: event.id, on: event.day, to: deal)
    known.seen += 1
    report.events += 1
    if !known.isCounted { report.updated += 1 }
    known.isCounted = true
    return nil
  }

  /// Remembers a value that was not taken, of a deal that this import made.
  ///
  /// Throws what the store throws.
  func remember(_ change: DealChange, of deal: Int64) throws {
    guard let known = deals[deal], known.isCounted, !known.isParted else { return }
    try target.remember(notTaken: change, of: known.id)
  }

  private mutating func create(
    _ draft: DealDraft,
    _ event: RecordedEvent,
    _ report: inout ImportReport
  ) throws -> RowFault? {
    guard deals[event.deal] == nil else { return .duplicateDeal("\(event.deal)") }
    let number = Identifier<Deal>(rawValue: event.deal)
    if let there = try target.deal(ofEvent: event.id) {
      deals[event.deal] = Known(id: there)
      report.unchanged += 1
      return nil
    }
    var fault: RowFault?
    if let key = draft.key, let there = try target.deal(for: key), there.presence != .neverWas {
      fault = .duplicateDeal(there.title)
    } else if stages[draft.stage] != draft.pipeline {
      fault = .violation(.unknownStage, draft.title)
    }
    guard fault == nil else {
      deals[event.deal] = Known(id: number, isParted: true)
      return fault
    }
    let deal = try target.create(draft, id: event.id, on: event.day, as: number)
    deals[event.deal] = Known(id: deal.id, isCounted: true)
    report.imported += 1
    report.events += 1
    report.currencies[draft.currency, default: 0] += 1
    return nil
  }

  /// What forbids an event.
  private func fault(_ event: RecordedEvent, _ deal: Deal) throws -> RowFault? {
    if case .undone(let undone) = event.change {
      // Undoing may follow everything, a deletion too, but not come before what it undoes.
      guard try target.deal(ofEvent: undone) == deal.id else { return .unknownEvent("\(undone)") }
      return event.day < deal.lastEventDay
        ? .violation(.outOfOrder(after: deal.lastEventDay), deal.title) : nil
    }
    if case .moved(let stage) = event.change, stages[stage] != deal.pipeline {
      return .violation(.unknownStage, deal.title)
    }
    if case .transferred(let pipeline, let stage) = event.change, stages[stage] != pipeline {
      return .violation(.unknownStage, deal.title)
    }
    do {
      try deal.check(event.change, on: event.day)
      return nil
    } catch {
      return .violation(error, deal.title)
    }
  }
}

extension RowFault {
  static func parted(_ title: String) -> RowFault {
    RowFault(
      code: "parted",
      "\"\(title.shortened(to: 60))\" was changed here and in the file since the two parted, so the"
        + " file's further changes of it were left out. Make them by hand."
    )
  }
}
