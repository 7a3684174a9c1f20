import EdgeCaseHistories
import Foundation
import Pipeline

/// Twenty deals with their whole history, and the numbers they give as the file has them.
struct EdgeCases {
  /// The history of each deal by its name: `D01` is deal 1.
  let histories: [(name: String, history: DealHistory)]
  let people: [Person]
  let expected: JSON

  init() throws {
    let cases = try EdgeCaseHistories()
    histories = cases.histories
    people = cases.people
    expected = JSON(try JSONSerialization.jsonObject(with: cases.expected))
  }

  /// The deals that exist at the end of a day, deleted ones included.
  func deals(asOf day: Day) -> [Deal] {
    histories.compactMap { $0.history.deal(asOf: day) }
  }

  func figures(asOf day: Day, window: Window = .standard) -> Figures {
    Figures(of: deals(asOf: day), pipeline: .sales, asOf: day, window: window)
  }
}
