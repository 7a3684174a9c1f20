internal import Pipeline

/// Takes the rows of a deals file: makes the deals that are new, and merges the others.
final class DealImporter: LineImporter {
  private let survey: ImportSurvey
  private let context: ImportContext
  private let options: ImportOptions
  private let target: any ImportTarget
  private var rows: RowReader
  private var team: Team
  /// Whether no deal of the file's source was there before; `nil` before the first row.
  private var isFirstImport: Bool?
  private var closedWithoutDay = 0
  private var closedWithoutStage = 0

  init(
    survey: ImportSurvey,
    context: ImportContext,
    options: ImportOptions,
    destinations: Destinations,
    target: any ImportTarget
  ) {
    self.survey = survey
    self.context = context
    self.options = options
    self.target = target
    self.rows = RowReader(columns: survey.columns, context: context, destinations: destinations)
    self.team = Team(target)
  }

  func take(_ reader: CSVReader, _ report: inout ImportReport) throws(LineFailure) {
    let row: DealRow
    do {
      row = try rows.row(reader)
    } catch {
      throw .row(error)
    }
    let owner = try team.person(row.owner)
    try keepContact(row)
    report.currencies[row.currency, default: 0] += 1
    do {
      if let known = try known(row), known.presence != .neverWas {
        try merge(row, owner, into: known, &report)
      } else {
        try create(row, owner, &report)
      }
    } catch {
      throw .store(error)
    }
  }

  func finish(_ report: inout ImportReport) {
    report.owners = team.names
    if closedWithoutDay > 0 {
      report.warn(.closedWithoutDay(closedWithoutDay), keeping: options.keptMessages)
    }
    if closedWithoutStage > 0 {
      report.warn(.closedWithoutStage(closedWithoutStage), keeping: options.keptMessages)
    }
  }

  /// Keeps how the row's contact is reached, where it says so.
  private func keepContact(_ row: DealRow) throws(LineFailure) {
    guard let name = row.contact, row.phone != nil || row.mail != nil else { return }
    var contact = Contact(name: name, organization: row.organization)
    contact.phone = row.phone
    contact.mail = row.mail
    do {
      _ = try ContactMerge(contact, into: target)
    } catch {
      throw .store(error)
    }
  }

  /// The deal that an earlier import made of a row.
  ///
  /// A file has each id once, so nothing is to be found where nothing of its source was there before;
  /// a key that was derived may also be one that the file gives.
  private func known(_ row: DealRow) throws -> Deal? {
    if isFirstImport == nil { isFirstImport = try !target.hasDeals(from: row.key.source) }
    if isFirstImport == true, row.key.sourceID != nil { return nil }
    return try target.deal(for: row.key)
  }

  private func create(
    _ row: DealRow,
    _ owner: Identifier<Person>?,
    _ report: inout ImportReport
  ) throws {
    let today = context.today
    let draft = row.draft(owner: owner, today: today)
    var deal = try target.create(draft, on: row.existsSince(today: today))
    let events = row.events(today: today)
    for event in events { deal = try target.append(event.change, on: event.day, to: deal) }
    report.imported += 1
    report.tell(row.existsSince(today: today), today: today)
    for event in events { report.tell(event.day, today: today) }
    if !row.outcome.isOpen, row.closing == nil { closedWithoutDay += 1 }
    if !row.isStageKnown { closedWithoutStage += 1 }
  }

  private func merge(
    _ row: DealRow,
    _ owner: Identifier<Person>?,
    into deal: Deal,
    _ report: inout ImportReport
  ) throws {
    var merge = try DealMerge(
      row: row,
      columns: survey.columns,
      into: deal,
      target: target,
      today: context.today
    )
    try merge.run(owner: owner)
    report.events += merge.events
    if merge.events > 0 {
      report.updated += 1
    } else {
      report.unchanged += 1
    }
    for conflict in merge.conflicts {
      report.warn(warning(conflict, row, deal), keeping: options.keptMessages)
    }
  }

  private func warning(_ conflict: MergeConflict, _ row: DealRow, _ deal: Deal) -> ImportWarning {
    func words(_ change: DealChange?) -> String? {
      MergeConflict.words(
        change,
        stage: { rows.destinations.name(of: $0) ?? context.name(of: $0) },
        pipeline: { rows.destinations.pipeline($0)?.name ?? context.name(of: $0) },
        person: { [context, team] in context.people[$0] ?? team.name(of: $0) }
      )
    }
    return .conflict(
      field: conflict.field,
      title: deal.title,
      deal: deal.id,
      ours: deal.isDeleted ? "deleted" : words(conflict.ours),
      theirs: words(conflict.theirs),
      isClosed: conflict.isClosed,
      place: "\(survey.file.name), line \(row.line)"
    )
  }
}
