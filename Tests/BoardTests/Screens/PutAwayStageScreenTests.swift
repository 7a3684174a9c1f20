import Pipeline
import Testing

@testable import Board

/// A past day on which three deals stood in a stage that was put away since.
struct PutAwayStageScreenTests {
  private func board(rows: Int, columns: Int) -> TestBoard {
    var pipeline = SalesTeam.pipeline
    var away = pipeline.stages.remove(at: 1)
    away.isArchived = true
    pipeline.archivedStages = [away]
    let deals: [Deal] = [
      .fixture(1, "One", 12_000), .fixture(2, "Two", stage: 2, 5_000),
      .fixture(3, "Three", stage: 2), .fixture(4, "Four", stage: 2),
    ]
    return TestBoard(.fixture(deals, pipelines: [pipeline]), rows: rows, columns: columns)
  }

  @Test func `the first line says how many are on no card, and where they stand`() {
    let name = SalesTeam.pipeline.stages[1].name

    #expect(board(rows: 40, columns: 120).lines[0].contains("on no card: 3 \(name)  4 open"))
    #expect(board(rows: 20, columns: 40).lines[0].contains("3 on no card"))
  }
}
