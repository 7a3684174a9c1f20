/// The rows that an import rejected as a CSV file, each with its line, code and reason in front of
/// its own fields, so that it can be corrected and imported again.
public struct SkippedRows {
  private let header: [String]

  /// The rows of a file that was looked at.
  public init(of survey: ImportSurvey) {
    self.header = survey.columns.header
  }

  /// The header.
  public var headerRow: [CSVText.Cell] {
    [.plain("line"), .plain("code"), .plain("reason")] + header.map { .text($0) }
  }

  /// A rejected row.
  public func row(_ rejection: ImportRejection, fields: [String]) -> [CSVText.Cell] {
    [.plain("\(rejection.line)"), .plain(rejection.code), .text(rejection.message)]
      + fields.map(Self.cell)
  }

  /// Numbers stay numbers, the negative ones too; all else is text.
  private static func cell(_ text: String) -> CSVText.Cell {
    let bytes = Array(text.utf8)
    let isNumber =
      bytes.contains { $0.digit != nil }
      && bytes.allSatisfy { $0.digit != nil || [0x20, 0x2C, 0x2D, 0x2E].contains($0) }
      && !bytes.dropFirst().contains(UInt8(ascii: "-"))
    return isNumber ? .plain(text) : .text(text)
  }
}
