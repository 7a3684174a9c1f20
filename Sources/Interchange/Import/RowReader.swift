internal import Pipeline

/// Reads the rows of a deals file into values, or says what is wrong with them.
///
/// Of several faults in a row the first is named, in the order number of fields, stage, status,
/// dates, id, value.
struct RowReader {
  let columns: DealColumns
  let context: ImportContext
  private(set) var destinations: Destinations
  private let dates: DateText
  private var seen = SeenIDs()
  private var currencies = ByteCache<Currency>()
  private var owners = ByteCache<String>()

  init(columns: DealColumns, context: ImportContext, destinations: Destinations) {
    self.columns = columns
    self.context = context
    self.destinations = destinations
    var dates = DateText(secondsFromUTC: context.secondsFromUTC)
    dates.allowsMinutes = columns.kind == .hubspot
    self.dates = dates
  }

  /// The row that a reader stands on.
  mutating func row(_ reader: CSVReader) throws(RowFault) -> DealRow {
    guard reader.count == columns.count else {
      throw .columnCount(reader.count, of: columns.count)
    }
    let bytes = reader.bytes
    let cell = columns.stageCell(in: reader)
    let place = destinations.place(bytes, cell.pipeline)
    let said = columns.status(in: reader, stage: cell.stage)
    let stage = try stage(bytes, cell.stage, at: place, said)
    guard let status = said else {
      throw .unknownStatus(bytes.name(range(.status, reader)))
    }
    var row = DealRow(
      line: reader.line,
      key: SourceKey(source: "", id: ""),
      title: "",
      pipeline: destinations.pipeline(at: place).id,
      stage: stage ?? Self.madeUpStage(status, destinations.pipeline(at: place)),
      isStageKnown: stage != nil,
      outcome: .open,
      currency: context.currency
    )
    try readDates(reader, status, &row)
    let id = try readID(reader)
    try readValue(reader, &row)
    readTexts(reader, &row)
    let hasTitle = !bytes.trimmed(range(.title, reader)).isEmpty
    guard hasTitle, !row.title.allSatisfy(\.isWhitespace) else { throw .emptyTitle }
    row.outcome = outcome(reader, status)
    // HubSpot gives closed deals the probability of their outcome.
    if columns.kind == .hubspot, status != .open { row.probability = nil }
    row.key = key(id, reader)
    return row
  }

  private func range(_ column: DealColumn, _ reader: CSVReader) -> Range<Int> {
    columns[column].map { reader[$0] } ?? 0..<0
  }

  private func day(_ column: DealColumn, _ reader: CSVReader) throws(RowFault) -> Day? {
    let range = range(column, reader)
    do {
      return try dates.day(reader.bytes, range)
    } catch {
      throw RowFault(error, text: reader.bytes.name(range))
    }
  }

  /// The stage of the row; `nil` where the cell names an outcome instead, as HubSpot's closed
  /// stages do whatever they are called.
  private mutating func stage(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    at place: Int,
    _ status: RowStatus?
  ) throws(RowFault) -> Identifier<Stage>? {
    if let stage = destinations.stage(bytes, range, at: place) { return stage }
    if columns.kind == .hubspot, let status, status != .open { return nil }
    throw .unknownStage(bytes.name(range), in: destinations.pipeline(at: place).name)
  }

  /// Where a deal is put whose source does not say where it stood: a win passed all stages, of a
  /// loss nothing is known but that it was there.
  private static func madeUpStage(
    _ status: RowStatus,
    _ pipeline: SalesPipeline
  ) -> Identifier<Stage> {
    let stage = status == .won ? pipeline.stages.last : pipeline.stages.first
    return stage?.id ?? Identifier(rawValue: 0)
  }

  private func readDates(
    _ reader: CSVReader,
    _ status: RowStatus,
    _ row: inout DealRow
  ) throws(RowFault) {
    row.created = try day(.created, reader)
    row.updated = try day(.updated, reader)
    row.stageChanged = try day(.stageChanged, reader)
    let won = try day(.wonTime, reader)
    let lost = try day(.lostTime, reader)
    let closed = try day(.closed, reader)
    row.expectedClose = try day(.expectedClose, reader)
    row.nextActivity = try day(.nextActivity, reader)
    switch status {
    case .open:
      // HubSpot has one column for the close that is expected and the one that happened.
      if columns.kind == .hubspot, row.expectedClose == nil { row.expectedClose = closed }
    case .won: row.closing = won ?? closed
    case .lost: row.closing = lost ?? closed
    }
    if let created = row.created, let closing = row.closing, closing < created {
      throw .closedBeforeCreated(closing, created)
    }
  }

  private func readID(_ reader: CSVReader) throws(RowFault) -> String? {
    let range = reader.bytes.trimmed(range(.id, reader))
    guard !range.isEmpty else { return nil }
    let id = CleanText.cleaned(reader.bytes, range)
    if columns.kind == .pipedrive, !range.allSatisfy({ reader.bytes[$0].digit != nil }) {
      throw .invalidID(id)
    }
    if seen.contains(id) { throw .duplicateID(id) }
    return id
  }

  private mutating func readValue(
    _ reader: CSVReader,
    _ row: inout DealRow
  ) throws(RowFault) {
    let bytes = reader.bytes
    let valueRange = range(.value, reader)
    let currency = currency(reader)
    do throws(ValueFault) {
      let amount = try DecimalAmount.parse(bytes, valueRange, in: currency)
      guard let currency else { throw ValueFault.invalidCurrency }
      row.currency = currency
      row.minorUnits = try amount?.minorUnits(in: currency)
    } catch .invalidCurrency {
      throw RowFault(.invalidCurrency, text: bytes.name(range(.currency, reader)))
    } catch {
      throw RowFault(error, text: bytes.name(valueRange))
    }
    let probabilityRange = range(.probability, reader)
    do {
      let isShare = columns.kind == .hubspot
      row.probability = try ProbabilityText.parse(bytes, probabilityRange, isShare: isShare)
    } catch {
      throw RowFault(error, text: bytes.name(probabilityRange))
    }
  }

  /// The currency of the row's value; `nil` where the row names one that is none.
  private mutating func currency(_ reader: CSVReader) -> Currency? {
    let bytes = reader.bytes
    let range = bytes.trimmed(range(.currency, reader))
    guard !range.isEmpty else { return columns.valueCurrency ?? context.currency }
    if let currency = currencies.value(for: bytes, range) { return currency }
    guard let currency = Currency(iso4217: bytes.name(range)) else { return nil }
    currencies.keep(currency, for: bytes, range)
    return currency
  }

  private mutating func readTexts(_ reader: CSVReader, _ row: inout DealRow) {
    let bytes = reader.bytes
    func text(_ column: DealColumn) -> String? {
      let part = bytes.trimmed(range(column, reader))
      return part.isEmpty ? nil : bytes.text(part)
    }
    row.title = bytes.text(range(.title, reader))
    row.organization = linked(text(.organization)).name
    (row.contact, row.mail) = linked(text(.contact))
    func reached(_ fields: [Int]) -> String? {
      fields.lazy.map { bytes.name(reader[$0]) }.first { !$0.isEmpty }.flatMap(ContactMerge.first)
    }
    row.phone = reached(columns.phones)
    row.mail = reached(columns.mails) ?? row.mail
    row.labels = text(.label).map(LabelList.labels) ?? []
    row.step = step(reader)
    row.note = text(.note).map(PlainText.note)
    row.category = ForecastCategory(text: text(.category)) ?? .pipeline
    let ownerRange = bytes.trimmed(range(.owner, reader))
    guard !ownerRange.isEmpty else { return }
    if let owner = owners.value(for: bytes, ownerRange) {
      row.owner = owner
    } else {
      let owner = bytes.text(ownerRange)
      owners.keep(owner, for: bytes, ownerRange)
      row.owner = owner
    }
  }

  /// The name of the first organization or person that a cell links to.
  ///
  /// HubSpot writes all of them, apart by semicolons, people with their mail behind:
  /// `Maya Lee (maya@example.com);Ken Ito`.
  private func linked(_ text: String?) -> (name: String?, mail: String?) {
    guard columns.kind == .hubspot, let text, let first = text.split(separator: ";").first else {
      return (text, nil)
    }
    let name = String(first)
    guard name.hasSuffix(")"), let bracket = name.lastIndex(of: "("),
      name[bracket...].contains("@"), bracket > name.startIndex
    else { return (name, nil) }
    let bytes = Array(name[..<bracket].utf8)
    return (bytes.name(0..<bytes.count), String(name[bracket...].dropFirst().dropLast()))
  }

  /// The next step that Pipedrive's import template has in the deal's row.
  private func step(_ reader: CSVReader) -> DealRow.Step? {
    let subject = range(.activitySubject, reader)
    let text = reader.bytes.name(subject)
    let kind = ActivityKind(named: reader.bytes.name(range(.activityKind, reader)))
    let due = try? dates.day(reader.bytes, range(.activityDue, reader))
    guard let due else { return nil }
    return DealRow.Step(due: due, activity: Activity(kind: kind ?? .task, text: text))
  }

  private func outcome(_ reader: CSVReader, _ status: RowStatus) -> DealRow.Outcome {
    switch status {
    case .open: return .open
    case .won: return .won
    case .lost:
      let reason = reader.bytes.name(range(.lostReason, reader))
      return .lost(reason: reason.isEmpty ? nil : reason)
    }
  }

  private mutating func key(_ id: String?, _ reader: CSVReader) -> SourceKey {
    let source = columns.kind.source
    if let id {
      seen.insert(id)
      return SourceKey(source: source, id: id)
    }
    var hash = StableHash()
    for column in [DealColumn.title, .organization, .contact, .created] {
      hash.combine(reader.bytes, reader.bytes.trimmed(range(column, reader)))
    }
    let occurrence = seen.count(content: hash.value)
    return .derived(source: source, content: hash.value, occurrence: occurrence)
  }
}
