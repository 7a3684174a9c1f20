/// CSV as it is written: comma, LF, quotes only where they are needed.
public struct CSVText {
  /// A cell of a row.
  public enum Cell: Hashable, Sendable {
    /// A text, kept from being run as a formula.
    case text(String?)
    /// A number or a day, written as it is.
    case plain(String?)
  }

  /// What was written, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// An empty text.
  public init() {}

  /// Appends a row.
  public mutating func append(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(FormulaGuard.guarded(text ?? ""))
      case .plain(let text): append(text ?? "")
      }
    }
    bytes.append(CSVDialect.lineFeed)
  }

  /// Hands over what was written and begins anew, to write a long text in parts.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ text: String) {
    let isQuoted = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == CSVDialect.quote || $0 == CSVDialect.lineFeed
        || $0 == CSVDialect.carriageReturn
    }
    guard isQuoted else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(CSVDialect.quote)
    for byte in text.utf8 {
      if byte == CSVDialect.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVDialect.quote)
  }
}
