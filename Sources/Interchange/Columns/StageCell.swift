/// Where a row names its stage, and where its pipeline.
struct StageCell {
  /// The stage's name, without outer blanks.
  var stage: Range<Int>
  /// The pipeline's name, without outer blanks; empty where the row names none.
  var pipeline: Range<Int>
}

extension DealColumns {
  /// The names of the stage and the pipeline in a row.
  ///
  /// HubSpot writes `Contract Sent (Sales Pipeline)`: the pipeline behind the stage is no part of
  /// the stage's name, and where the file has no column for the pipeline it is named there alone.
  func stageCell(in reader: CSVReader) -> StageCell {
    let bytes = reader.bytes
    func cell(_ column: DealColumn) -> Range<Int> {
      self[column].map { bytes.trimmed(reader[$0]) } ?? 0..<0
    }
    var cell = StageCell(stage: cell(.stage), pipeline: cell(.pipeline))
    guard let last = cell.stage.last, bytes[last] == UInt8(ascii: ")"),
      let bracket = cell.stage.last(where: { bytes[$0] == UInt8(ascii: "(") }),
      bracket > cell.stage.lowerBound
    else { return cell }
    let inner = bytes.trimmed(bracket + 1..<last)
    let isPipeline =
      self[.pipeline] == nil
      ? kind == .hubspot && !inner.isEmpty
      : FoldedName(bytes.name(inner)) == FoldedName(bytes.name(cell.pipeline))
    guard isPipeline else { return cell }
    if cell.pipeline.isEmpty { cell.pipeline = inner }
    cell.stage = bytes.trimmed(cell.stage.lowerBound..<bracket)
    return cell
  }
}
