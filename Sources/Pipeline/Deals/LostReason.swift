/// A reason for a loss: two are one where only case, diacritics or blanks tell them apart.
///
/// `Price` and `price ` are one, `prijs` is another.
public struct LostReason: Hashable, Sendable {
  /// The reason as it was written.
  public let text: String
  private let folded: FoldedText

  /// A reason that was written.
  public init(_ text: String) {
    self.text = text
    folded = FoldedText(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// Whether both are one reason, however they are written.
  public static func == (left: LostReason, right: LostReason) -> Bool {
    left.folded == right.folded
  }

  /// Hashes what tells reasons apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(folded)
  }

  /// The reason as it is written among others already; else as it was written here.
  public func text(among known: some Sequence<String>) -> String {
    known.first { LostReason($0) == self } ?? text
  }
}
