internal import Pipeline

/// Brings a row to the deal that an earlier import made of it.
///
/// Each field is compared three ways: the file's value, the value that the last import brought, and
/// the value here. What only the file changed is taken; what only we changed stays; what both
/// changed stays ours and is told.
struct DealMerge {
  let row: DealRow
  let columns: DealColumns
  let today: Day
  let target: any ImportTarget
  /// The deal as it is here, after what was taken so far.
  private(set) var deal: Deal
  /// The deal as the imports alone made it.
  let base: Deal
  /// The next activity that the deals file last named.
  private let named: NamedActivity?
  private var notTaken: [DealFacet: DealChange]
  /// The fields that both sides changed, in the order they were found.
  private(set) var conflicts: [MergeConflict] = []
  /// How many events were written.
  private(set) var events = 0

  /// Prepares the merge of a row into its deal.
  ///
  /// Throws what the store throws.
  init(
    row: DealRow,
    columns: DealColumns,
    into deal: Deal,
    target: any ImportTarget,
    today: Day
  ) throws {
    self.row = row
    self.columns = columns
    self.today = today
    self.target = target
    self.deal = deal
    let imported = try Self.imported(of: deal, target)
    self.base = Self.lastImport(of: deal, imported) ?? deal
    self.named = NamedActivity(lastIn: imported)
    self.notTaken = try target.valuesNotTaken(of: deal.id)
  }

  /// The events that imports brought, those of an import that was undone left out.
  private static func imported(of deal: Deal, _ target: any ImportTarget) throws -> [DealEvent] {
    let log = try target.events(of: deal.id)
    let imported = Set(log.lazy.filter(\.isImport).map(\.event.id))
    return DealHistory(events: log.map(\.event)).standing().filter { imported.contains($0.id) }
  }

  /// The deal that the events of imports alone make.
  private static func lastImport(of deal: Deal, _ events: [DealEvent]) -> Deal? {
    guard let first = events.first, case .created(let draft) = first.change else { return nil }
    var base = Deal(id: deal.id, draft: draft, on: first.day)
    for event in events.dropFirst() { base.apply(event.change, on: event.day) }
    return base
  }

  /// Writes what only the file changed.
  ///
  /// Throws what the store throws.
  mutating func run(owner: Identifier<Person>?) throws {
    let outcome = try outcomeDecision()
    if outcome == .take, !deal.status.isOpen { try append(.reopened, on: changeDay) }
    try mergeStage()
    for change in fileValues(owner: owner) { try merge(change) }
    if outcome == .take { try close() }
    try mergeNextActivity()
    try mergeUpdate()
  }

  /// The day that changes are dated by: the row's closing day or stage change, else its update,
  /// else today.
  private var changeDay: Day {
    row.outcome.isOpen
      ? row.stageChanged ?? row.updated ?? today
      : row.closedDay(today: today)
  }

  private mutating func append(_ change: DealChange, on day: Day) throws {
    let floor = max(day, deal.lastEventDay)
    deal = try target.append(change, on: floor, to: deal)
    events += 1
  }

  private mutating func remember(_ change: DealChange?, for facet: DealFacet) throws {
    guard notTaken[facet] != change else { return }
    notTaken[facet] = change
    try target.remember(notTaken: change, for: facet, of: deal.id)
  }

  // MARK: Fields

  /// The file's values of the fields that it has a column for.
  private func fileValues(owner: Identifier<Person>?) -> [DealChange] {
    var values: [DealChange] = [.retitled(row.title)]
    if columns[.value] != nil { values.append(.valued(row.minorUnits, row.currency)) }
    if columns[.probability] != nil { values.append(.probabilitySet(row.probability)) }
    // A closed deal of HubSpot's has no expected close any more: the column tells the real one.
    if columns[.expectedClose] != nil || columns.kind == .hubspot && row.outcome.isOpen {
      values.append(.expectedCloseSet(row.expectedClose))
    }
    if columns[.owner] != nil { values.append(.ownerSet(owner)) }
    if columns[.organization] != nil { values.append(.organizationSet(row.organization)) }
    if columns[.contact] != nil { values.append(.contactSet(row.contact)) }
    if columns[.label] != nil { values.append(.labelled(row.labels)) }
    if columns[.category] != nil { values.append(.categorySet(row.category)) }
    return values
  }

  /// Takes one field's value, or says that both sides changed it.
  private mutating func merge(_ theirs: DealChange) throws {
    let facet = theirs.facet
    let last = notTaken[facet] ?? base.inverse(of: theirs)
    let ours = deal.inverse(of: theirs)
    guard theirs != last else { return }
    if theirs == ours {
      try remember(theirs, for: facet)
    } else if ours == last, !deal.isDeleted {
      try append(theirs, on: changeDay)
      try remember(nil, for: facet)
    } else {
      try conflict(theirs, ours: ours, for: facet)
    }
  }

  private mutating func conflict(
    _ theirs: DealChange,
    ours: DealChange?,
    for facet: DealFacet,
    isClosed: Bool = false
  ) throws {
    conflicts.append(MergeConflict(theirs: theirs, ours: ours, isClosed: isClosed))
    try remember(theirs, for: facet)
  }

  // MARK: Stage

  private mutating func mergeStage() throws {
    guard row.isStageKnown else { return }
    let theirs: DealChange =
      row.pipeline == deal.pipeline
      ? .moved(to: row.stage) : .transferred(to: row.pipeline, stage: row.stage)
    let last: Identifier<Stage>
    switch notTaken[.position] {
    case .moved(let stage), .transferred(_, let stage): last = stage
    // While the outcomes differ, nothing is known of the stage that the file named then.
    case .some: return
    case nil: last = base.stage
    }
    guard row.stage != last else { return }
    if row.stage == deal.stage {
      try remember(theirs, for: .position)
    } else if deal.stage == last, deal.status.isOpen, !deal.isDeleted {
      try append(theirs, on: row.stageChanged ?? changeDay)
      try remember(nil, for: .position)
    } else {
      // In two pipelines stages may have one name.
      let ours: DealChange =
        row.pipeline == deal.pipeline
        ? .moved(to: deal.stage) : .transferred(to: deal.pipeline, stage: deal.stage)
      let isClosed = deal.stage == last && !deal.status.isOpen && !deal.isDeleted
      try conflict(theirs, ours: ours, for: .position, isClosed: isClosed)
    }
  }

  // MARK: Outcome

  private enum Decision {
    case keep
    case take
  }

  private var fileOutcome: DealChange {
    switch row.outcome {
    case .open: .reopened
    case .won: .won
    case .lost(let reason): .lost(reason: reason)
    }
  }

  /// Whether what is remembered of the position is a stage, and not an outcome.
  private var notesStage: Bool {
    switch notTaken[.position] {
    case .moved, .transferred: true
    default: false
    }
  }

  /// Whether the file's outcome is new, and nothing here stands against it.
  private mutating func outcomeDecision() throws -> Decision {
    let last: DealChange
    switch notTaken[.position] {
    case .some(let change) where change == .won || change == .reopened: last = change
    case .some(.lost(let reason)): last = .lost(reason: reason)
    default: last = base.status.change
    }
    let isLater =
      notTaken[.position] == nil
      && row.closing.map { day in base.status.closedDay.map { day > $0 } ?? false } ?? false
    guard differs(fileOutcome, last) || isLater else { return .keep }
    if !differs(fileOutcome, deal.status.change), !isLater {
      try remember(fileOutcome, for: .position)
      return .keep
    }
    guard !differs(deal.status.change, last), !deal.isDeleted else {
      try conflict(fileOutcome, ours: deal.status.change, for: .position)
      return .keep
    }
    if !notesStage { try remember(nil, for: .position) }
    return .take
  }

  /// Whether two outcomes differ; reasons count only where the file has a column for them.
  private func differs(_ left: DealChange, _ right: DealChange) -> Bool {
    if case .lost = left, case .lost = right, columns[.lostReason] == nil { return false }
    return left != right
  }

  private mutating func close() throws {
    if row.outcome.isOpen { return }
    try append(fileOutcome, on: row.closedDay(today: today))
  }

  // MARK: Next activity and update

  /// Follows the file's next activity: the step that a deals file planned gives way to the new one,
  /// where it is not done or dropped.
  ///
  /// What an activities file planned is not this file's to drop, and is not planned a second time.
  private mutating func mergeNextActivity() throws {
    guard columns[.nextActivity] != nil, row.outcome.isOpen, deal.status.isOpen, !deal.isDeleted,
      row.nextActivity != named?.due
    else { return }
    if let number = named?.step, deal.steps.contains(where: { $0.number == number }) {
      try append(.stepDropped(number), on: changeDay)
    }
    let isPlanned = base.steps.contains {
      $0.due == row.nextActivity && $0.activity != DealRow.nextActivity
    }
    if let due = row.nextActivity, !isPlanned {
      try append(DealRow.step(deal.stepsPlanned + 1, due: due), on: changeDay)
    }
  }

  private mutating func mergeUpdate() throws {
    guard let updated = row.updated, deal.status.isOpen, !deal.isDeleted,
      updated > base.lastTouched, updated > deal.lastTouched, updated >= deal.lastEventDay
    else { return }
    try append(.updatedAtSource, on: updated)
  }
}

extension DealStatus {
  /// The change that leads to this status.
  var change: DealChange {
    switch self {
    case .open: .reopened
    case .won: .won
    case .lost(_, let reason): .lost(reason: reason)
    }
  }
}
