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

  /// Prints what an import did.
  ///
  /// Throws why the rows left out are not kept where they were to be, and `.badData` without further
  /// words where rows were rejected.
  func print(_ outcome: ImportOutcome) throws {
    let report = outcome.report
    let value = ImportJSON(report: report, file: file, isDryRun: isDryRun, made: outcome.changed)
    try Answer.print(json: json, value.value) {
      ImportText(outcome: outcome, file: file, isDryRun: isDryRun).text
    }
    if !json { name(report, areKept: skipped != nil && outcome.skippedFailure == nil) }
    if let failure = outcome.skippedFailure {
      let done =
        isDryRun
        ? "What the import leaves out is not kept."
        : "The import is done, but what it left out is not kept."
      throw CommandFailure(failure.status, "\(done) \(failure.message)")
    }
    if report.rejectedCount > 0 { throw SilentFailure(status: .badData) }
  }

  private func name(_ report: ImportReport, areKept: Bool) {
    for rejection in report.rejected.prefix(Self.named) {
      Console.writeError(TerminalText.safe("\(rejection.message) [\(rejection.code)]"))
    }
    guard report.rejectedCount > Self.named else { return }
    let rest = FigureText.count(report.rejectedCount - Self.named)
    let kept = areKept ? skipped.map { "\($0) has them all." } : nil
    let place = kept ?? "--skipped FILE keeps them all."
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
