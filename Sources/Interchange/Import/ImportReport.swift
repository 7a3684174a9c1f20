public import Pipeline

/// A row that was not imported.
public struct ImportRejection: Hashable, Sendable {
  /// The physical line that the row starts on; the header is line 1.
  public let line: Int
  /// The stable name of the fault, such as `unknown_stage`.
  public let code: String
  /// What is wrong and what to do, with the file's name and the line in front.
  ///
  /// `deals.csv, line 12: "1.000,5o" is not an amount. Write it as 1000.50.`
  public let message: String

  init(_ fault: RowFault, line: Int, file: String) {
    self.line = line
    self.code = fault.code
    self.message = "\(file), line \(line): \(fault.sentence)"
  }
}

/// What an import did.
public struct ImportReport: Sendable {
  /// The kind of file it was; `nil` where the file was refused before that was known.
  public var kind: FileKind?
  /// How many deals were made.
  public var imported = 0
  /// How many deals were changed.
  public var updated = 0
  /// How many rows brought nothing new: deals, or lines of a history.
  public var unchanged = 0
  /// How many rows were rejected, whether or not they are in `rejected`.
  public var rejectedCount = 0
  /// The first rejected rows, in the order of the file.
  public var rejected: [ImportRejection] = []
  /// How many warnings there are, whether or not they are in `warnings`.
  public var warningCount = 0
  /// The first warnings.
  public var warnings: [ImportWarning] = []
  /// The events that were written, creations included.
  public var events = 0
  /// The last day after the import's own on which an event happened that was written; `nil` where
  /// none lies ahead.
  public var lastDayAhead: Day?
  /// The owners that the file names, in the order they appear.
  public var owners: [String] = []
  /// How many imported deals there are of each currency that the file names.
  public var currencies: [Currency: Int] = [:]
  /// Why nothing of the file was imported; `nil` where something could be.
  public var refused: ImportRefusal?

  /// An empty report.
  public init() {}

  /// The report on a file that was refused.
  public init(refused: ImportRefusal) {
    self.refused = refused
  }

  /// Counts an event that was written, of a day.
  mutating func tell(_ day: Day, today: Day) {
    events += 1
    if day > today { lastDayAhead = max(lastDayAhead ?? day, day) }
  }

  mutating func reject(_ rejection: ImportRejection, keeping limit: Int) {
    rejectedCount += 1
    if rejected.count < limit { rejected.append(rejection) }
  }

  mutating func warn(_ warning: ImportWarning, keeping limit: Int) {
    warningCount += 1
    if warnings.count < limit { warnings.append(warning) }
  }
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Bytes of the file that were read.
  public let bytes: Int
  /// The length of the file; `nil` where it is not known.
  public let length: Int?
  /// Rows that were read.
  public let rows: Int
}
