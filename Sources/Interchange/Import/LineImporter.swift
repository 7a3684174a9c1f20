/// Why a line could not be taken.
enum LineFailure: Error {
  /// The line is at fault; the next one may be good.
  case row(RowFault)
  /// The store is; nothing can go on.
  case store(any Error)
}

/// Takes the lines of a file one by one.
protocol LineImporter: AnyObject {
  /// Takes the line that a reader stands on, and counts what came of it.
  func take(_ reader: CSVReader, _ report: inout ImportReport) throws(LineFailure)

  /// Adds what only the end of the file tells.
  func finish(_ report: inout ImportReport)
}
