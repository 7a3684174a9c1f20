internal import Pipeline

/// Reads the lines of a history into values, or says what is wrong with them.
struct HistoryLineReader {
  private let context: ImportContext

  init(context: ImportContext) {
    self.context = context
  }

  /// The line that a reader stands on.
  ///
  /// Throws the first fault in the order number of fields, deal id, dates, event name.
  func line(_ reader: CSVReader) throws(RowFault) -> HistoryLine {
    guard reader.count == DealColumns.history.count else {
      throw .columnCount(reader.count, of: DealColumns.history.count)
    }
    let bytes = reader.bytes
    let deal = bytes.name(reader[0])
    guard !deal.isEmpty else { throw .missingDeal }
    guard let day = try Self.day(bytes, reader[1]) else {
      throw RowFault(.invalidDate, text: "")
    }
    let expectedClose = try Self.day(bytes, reader[7])
    let eventName = bytes.name(reader[2])
    guard let event = HistoryLine.Event(rawValue: eventName.lowercased()) else {
      throw .unknownEvent(eventName)
    }
    let owner = bytes.name(reader[5])
    return HistoryLine(
      deal: deal,
      day: day,
      event: event,
      argument: bytes.name(reader[3]),
      value: bytes.name(reader[4]),
      owner: owner.isEmpty ? nil : owner,
      currency: bytes.name(reader[6]),
      expectedClose: expectedClose
    )
  }

  /// The format has days only; a time would say something that is then left out.
  private static func day(_ bytes: [UInt8], _ range: Range<Int>) throws(RowFault) -> Day? {
    let text = bytes.name(range)
    if text.isEmpty { return nil }
    guard let day = Day(text) else { throw RowFault(.invalidDate, text: text) }
    return day
  }

  /// The deal that a create line makes, without its owner.
  ///
  /// Throws the first fault in the order stage, value, currency.
  func draft(
    _ line: HistoryLine,
    in pipeline: SalesPipeline,
    _ destinations: Destinations,
    key: SourceKey
  ) throws(RowFault) -> DealDraft {
    guard let stage = destinations.stage(named: line.argument, in: pipeline) else {
      throw .unknownStage(line.argument, in: pipeline.name)
    }
    let amount = try amount(line)
    guard !line.currency.isEmpty else { throw .missingCurrency }
    guard let currency = Currency(iso4217: line.currency), currency.code == line.currency else {
      throw RowFault(.invalidCurrency, text: line.currency)
    }
    return DealDraft(
      title: line.deal,
      pipeline: pipeline.id,
      stage: stage,
      currency: currency,
      minorUnits: try minorUnits(amount, currency, line),
      expectedClose: line.expectedClose,
      key: key
    )
  }

  /// The change that a line other than create makes to a deal.
  ///
  /// Throws the fault of the event's own value.
  func change(
    _ line: HistoryLine,
    of deal: Deal,
    _ destinations: Destinations
  ) throws(RowFault) -> DealChange {
    switch line.event {
    case .create: throw .duplicateDeal(line.deal)
    case .move:
      let pipeline = destinations.pipeline(deal.pipeline)
      guard let stage = pipeline.flatMap({ destinations.stage(named: line.argument, in: $0) })
      else { throw .unknownStage(line.argument, in: pipeline?.name ?? "its pipeline") }
      return .moved(to: stage)
    case .value:
      return .valued(try minorUnits(amount(line), deal.currency, line), deal.currency)
    case .probability:
      do {
        return .probabilitySet(try ProbabilityText.parse(line.argument))
      } catch {
        throw RowFault(error, text: line.argument)
      }
    case .expected: return .expectedCloseSet(line.expectedClose)
    case .won: return .won
    case .lost: return .lost(reason: line.argument.isEmpty ? nil : line.argument)
    case .reopen: return .reopened
    case .delete: return .deleted
    case .note: return .noted(line.argument)
    case .activity: return .activityLogged(Activity(kind: .task, text: line.argument))
    }
  }

  private func amount(_ line: HistoryLine) throws(RowFault) -> DecimalAmount? {
    let bytes = Array(line.value.utf8)
    do {
      return try DecimalAmount.parsePlain(bytes, 0..<bytes.count)
    } catch {
      throw RowFault(error, text: line.value)
    }
  }

  private func minorUnits(
    _ amount: DecimalAmount?,
    _ currency: Currency,
    _ line: HistoryLine
  ) throws(RowFault) -> Int64? {
    do {
      return try amount?.minorUnits(in: currency)
    } catch {
      throw RowFault(error, text: line.value)
    }
  }
}
