/// Why nothing of a file was imported.
public struct ImportRefusal: Error, Hashable, Sendable {
  /// What is wrong with the file.
  public enum Reason: Hashable, Sendable {
    /// Nothing in it.
    case emptyFile
    /// Text in UTF-16.
    case utf16
    /// An .xlsx or .xls file.
    case spreadsheet
    /// A zero byte, which no text has.
    case nulByte
    /// A quote that is opened and never closed.
    case unterminatedQuote
    /// A row beyond all measure.
    case recordTooLong
    /// Two columns of this name.
    case duplicateHeader(String)
    /// These columns, which are needed, are missing.
    case missingColumns([String])
    /// More of these, stages or pipelines, than a board can have.
    case tooManyNames(String)
    /// JSON that cannot be read, with the reason.
    case invalidJSON(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The physical line it is on, the first one being 1; `nil` where it is about the whole file.
  public let line: Int?

  /// A refusal.
  public init(_ reason: Reason, line: Int? = nil) {
    self.reason = reason
    self.line = line
  }

  /// The stable name, such as `unterminated_quote`.
  public var code: String {
    switch reason {
    case .emptyFile: "empty_file"
    case .utf16: "utf16"
    case .spreadsheet: "spreadsheet"
    case .nulByte: "nul_byte"
    case .unterminatedQuote: "unterminated_quote"
    case .recordTooLong: "record_too_long"
    case .duplicateHeader: "duplicate_header"
    case .missingColumns: "missing_column"
    case .tooManyNames: "too_many_names"
    case .invalidJSON: "invalid_json"
    }
  }

  /// What happened and what to do, with the file's name and the line in front.
  ///
  /// `deals.csv, line 3: a quote is opened here and never closed. …`
  public func message(file: String) -> String {
    let place = line.map { "\(file), line \($0)" } ?? file
    return "\(place): \(sentence)"
  }

  private var sentence: String {
    switch reason {
    case .emptyFile: "the file is empty. Export it again, with its header line."
    case .utf16: "the file is in UTF-16. Save it as \"CSV UTF-8\" and import that."
    case .spreadsheet:
      "this is a spreadsheet, not a CSV file. Open it, choose Save as, \"CSV UTF-8\", and import"
        + " what that makes."
    case .nulByte: "there is a zero byte, so the file is damaged or no text. Export it again."
    case .unterminatedQuote:
      "a quote is opened here and never closed. Close it, or double it where it belongs to the"
        + " text."
    case .recordTooLong: "the row is longer than 4 MiB. Check that the file is CSV."
    case .duplicateHeader(let name):
      "two columns are called \"\(name.shortened(to: 60))\". Rename or remove one of them."
    case .missingColumns(let names):
      names.count == 1
        ? "the column \"\(names[0])\" is missing. Add it, or export the deals with it."
        : "the columns \(names.map { "\"\($0)\"" }.joined(separator: " and ")) are missing."
          + " Add them, or export the deals with them."
    case .tooManyNames(let what):
      "the file names more than \(ImportLimits.names) \(what). Check that the column holds \(what)."
    case .invalidJSON(let why): why
    }
  }
}

/// What an import does not go beyond.
enum ImportLimits {
  /// The most pipelines in a file, and the most stages in one pipeline.
  static let names = 200
}
