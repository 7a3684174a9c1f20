/// Counts the deals of each stage of each pipeline while a file is looked at.
struct StageCounter {
  let columns: DealColumns
  private(set) var pipelines: [ImportSurvey.PipelineCount] = []
  private(set) var hasClosingStages = false
  private var pipelinePlaces: [FoldedName: Int] = [:]
  private var pipelineCache = ByteCache<Int>()
  private var stageCaches: [ByteCache<Int>] = []
  private var closingCaches: [ByteCache<Void>] = []

  init(columns: DealColumns) {
    self.columns = columns
  }

  /// Counts a row; one that will be rejected for its number of fields, stage or status is no deal.
  ///
  /// Throws `ImportRefusal` for too many names.
  mutating func count(_ reader: CSVReader) throws(ImportRefusal) {
    guard reader.count == columns.count else { return }
    let cell = columns.stageCell(in: reader)
    guard !cell.stage.isEmpty, let status = columns.status(in: reader, stage: cell.stage) else {
      return
    }
    let pipeline = try pipelinePlace(reader.bytes, cell.pipeline)
    if columns.kind == .hubspot, status != .open {
      hasClosingStages = true
      return try noteClosing(reader.bytes, cell.stage, in: pipeline)
    }
    let place = try stagePlace(reader.bytes, cell.stage, in: pipeline)
    pipelines[pipeline].stages[place].deals += 1
    if status == .won { pipelines[pipeline].stages[place].won += 1 }
    if pipelines[pipeline].stages[place].number == nil {
      pipelines[pipeline].stages[place].number = number(in: reader)
    }
  }

  /// The number that a row says its stage has in its pipeline, as our own export writes it.
  private func number(in reader: CSVReader) -> Int? {
    guard let field = columns[.stageNumber] else { return nil }
    return Int(reader.bytes.name(reader.bytes.trimmed(reader[field])))
  }

  private mutating func pipelinePlace(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) throws(ImportRefusal) -> Int {
    if let place = pipelineCache.value(for: bytes, range) { return place }
    let name = bytes.name(range)
    let place = pipelinePlaces[FoldedName(name)] ?? pipelines.count
    if place == pipelines.count {
      guard place < ImportLimits.names else { throw ImportRefusal(.tooManyNames(.pipelines)) }
      pipelines.append(ImportSurvey.PipelineCount(name: name))
      stageCaches.append(ByteCache())
      closingCaches.append(ByteCache())
      pipelinePlaces[FoldedName(name)] = place
    }
    pipelineCache.keep(place, for: bytes, range)
    return place
  }

  private mutating func noteClosing(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    in pipeline: Int
  ) throws(ImportRefusal) {
    guard closingCaches[pipeline].value(for: bytes, range) == nil else { return }
    pipelines[pipeline].closingStages.insert(FoldedName(bytes.name(range)))
    guard pipelines[pipeline].closingStages.count <= ImportLimits.names else {
      throw ImportRefusal(.tooManyNames(.stages))
    }
    closingCaches[pipeline].keep((), for: bytes, range)
  }

  private mutating func stagePlace(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    in pipeline: Int
  ) throws(ImportRefusal) -> Int {
    if let place = stageCaches[pipeline].value(for: bytes, range) { return place }
    let name = bytes.name(range)
    let count = pipelines[pipeline].stages.count
    let place = pipelines[pipeline].places[FoldedName(name)] ?? count
    if place == count {
      guard place < ImportLimits.names else { throw ImportRefusal(.tooManyNames(.stages)) }
      pipelines[pipeline].stages.append(ImportSurvey.StageCount(name: name))
      pipelines[pipeline].places[FoldedName(name)] = place
    }
    stageCaches[pipeline].keep(place, for: bytes, range)
    return place
  }
}
