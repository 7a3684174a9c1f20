import Interchange
import Pipeline

/// Tells what an import did, or why it did nothing.
struct ImportAnswer {
  /// The file's name.
  let file: String
  /// Whether nothing was written.
  let isDryRun: Bool
  /// Whether a program reads the answer.
  let json: Bool

  /// The file that keeps the rows left out, where one was asked for.
  var skipped: String?

  /// How many rejected rows are named to a person.
  private static let named = 100

  /// Prints what an import did; throws `.badData` without further words where rows were rejected.
  func print(_ outcome: ImportOutcome) throws {
    let report = outcome.report
    let value = ImportJSON(report: report, file: file, isDryRun: isDryRun, made: outcome.changed)
    try Answer.print(json: json, value.value) {
      ImportText(outcome: outcome, file: file, isDryRun: isDryRun).text
    }
    if !json { name(report) }
    if report.rejectedCount > 0 { throw SilentFailure(status: .badData) }
  }

  private func name(_ report: ImportReport) {
    for rejection in report.rejected.prefix(Self.named) {
      Console.writeError(TerminalText.safe("\(rejection.message) [\(rejection.code)]"))
    }
    guard report.rejectedCount > Self.named else { return }
    let rest = FigureText.count(report.rejectedCount - Self.named)
    let place = skipped.map { "\($0) has them all." } ?? "--skipped FILE keeps them all."
    Console.writeError(TerminalText.safe("… and \(rest) more; \(place)"))
  }

  /// The failure of a file of which nothing can be imported; a program gets it as JSON first.
  func failure(_ refusal: ImportRefusal) throws -> any Error {
    guard json else { return CommandFailure(.badData, refusal.message(file: file)) }
    let report = ImportReport(refused: refusal)
    try Console.write(ImportJSON(report: report, file: file, isDryRun: isDryRun).value.printed)
    return SilentFailure(status: .badData)
  }
}
