internal import Pipeline

/// Why nothing of a file was imported.
public struct ImportRefusal: Error, Hashable, Sendable {
  /// What is wrong with the file.
  public enum Reason: Hashable, Sendable {
    /// Nothing in it.
    case emptyFile
    /// Text in UTF-16.
    case utf16
    /// Text in UTF-32.
    case utf32
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
    /// Several columns of values, each of which names its currency.
    case severalValueColumns([String])
    /// More of these than a board can have.
    case tooManyNames(Names)
    /// JSON that cannot be read, with the reason.
    case invalidJSON(String)
  }

  /// What a file may name too many of.
  public enum Names: Hashable, Sendable {
    case stages
    case pipelines
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
    case .utf32: "utf32"
    case .spreadsheet: "spreadsheet"
    case .nulByte: "nul_byte"
    case .unterminatedQuote: "unterminated_quote"
    case .recordTooLong: "record_too_long"
    case .duplicateHeader: "duplicate_header"
    case .missingColumns: "missing_column"
    case .severalValueColumns: "several_value_columns"
    case .tooManyNames: "too_many_names"
    case .invalidJSON: "invalid_json"
    }
  }

  /// The names of the columns that it is about, as they are missing or stand in the file; `nil` where
  /// it is about none.
  public var columns: [String]? {
    switch reason {
    case .missingColumns(let names), .severalValueColumns(let names): names
    case .emptyFile, .utf16, .utf32, .spreadsheet, .nulByte, .unterminatedQuote, .recordTooLong,
      .duplicateHeader, .tooManyNames, .invalidJSON:
      nil
    }
  }

  /// What happened and what to do, with the file's name and the line in front.
  ///
  /// `deals.csv, line 3: a quote is opened here and never closed. …`
  public func message(file: String) -> String {
    let place = line.map { phrase("\(file), line \($0)") } ?? file
    return "\(place): \(sentence)"
  }

  private var sentence: String {
    switch reason {
    case .emptyFile: phrase("the file is empty. Export it again, with its header line.")
    case .utf16: phrase("the file is in UTF-16. Save it as \"CSV UTF-8\" and import that.")
    case .utf32: phrase("the file is in UTF-32. Save it as \"CSV UTF-8\" and import that.")
    case .spreadsheet:
      phrase("this is a spreadsheet, not a CSV file. Open it, choose Save as, \"CSV UTF-8\",")
        + phrase(" and import what that makes.")
    case .nulByte:
      phrase("there is a zero byte, so the file is damaged or no text. Export it again.")
    case .unterminatedQuote:
      phrase("a quote is opened here and never closed.")
        + phrase(" Close it, or double it where it belongs to the text.")
    case .recordTooLong: phrase("the row is longer than 4 MiB. Check that the file is CSV.")
    case .duplicateHeader(let name):
      phrase("two columns are called \"\(name.shortened(to: 60))\". Rename or remove one of them.")
    case .missingColumns(let names):
      names.count == 1
        ? phrase("the column \(names.quoted) is missing. Add it, or export the deals with it.")
        : phrase("the columns \(names.quoted) are missing.")
          + phrase(" Add them, or export the deals with them.")
    case .severalValueColumns(let names):
      phrase("the columns \(names.quoted) hold values, each in its own currency; a deal has one.")
        + phrase(" Put the values into one column \"Value\", the currencies into \"Currency\".")
    case .tooManyNames(.stages):
      phrase("the file names more than \(ImportLimits.names) stages.")
        + phrase(" Check that the column holds stages.")
    case .tooManyNames(.pipelines):
      phrase("the file names more than \(ImportLimits.names) pipelines.")
        + phrase(" Check that the column holds pipelines.")
    case .invalidJSON(let why): why
    }
  }
}

extension [String] {
  /// In quotes, with a word between them; no more than a sentence holds.
  var quoted: String {
    let names = prefix(Self.inSentence).map { "\"\($0.shortened(to: 60))\"" }
    let more = count > Self.inSentence ? phrase(" and \(count - Self.inSentence) more") : ""
    return names.joined(separator: phrase(" and ")) + more
  }

  /// The first names, as many as a sentence holds and none longer than one, and how many more there
  /// are.
  var someListed: String {
    let names = prefix(Self.inSentence).map { $0.shortened(to: 60) }.joined(separator: ", ")
    return count > Self.inSentence ? names + " and \(count - Self.inSentence) more" : names
  }

  private static var inSentence: Int { 10 }
}

/// What an import does not go beyond.
enum ImportLimits {
  /// The most pipelines in a file, and the most stages in one pipeline.
  static let names = 200
}
