import Interchange

/// The rows that an import leaves out, as a CSV file to be corrected and imported again.
final class SkippedFile {
  private let file: OutputFile
  private let rows: SkippedRows
  private var text = CSVText()

  /// Opens a file for the rows of a file that was looked at.
  ///
  /// Throws what `OutputFile` throws, before anything is imported.
  init(
    path: String,
    of survey: ImportSurvey,
    sparing needed: [NeededFile]
  ) throws(CommandFailure) {
    file = try OutputFile.open(path, sparing: needed)
    rows = SkippedRows(of: survey)
    text.append(rows.headerRow)
  }

  /// Adds a row.
  func add(_ rejection: ImportRejection, _ fields: [String]) {
    text.append(rows.row(rejection, fields: fields))
  }

  /// Writes the file.
  ///
  /// Throws what `OutputFile` throws.
  func finish() throws(CommandFailure) {
    try file.write(text.take())
    try file.finish()
  }
}
