/// Where an imported deal comes from, and its id there.
public struct SourceKey: Hashable, Sendable {
  /// The kind of file that brought it: `pipedrive`, `hubspot`, `history`, `csv`, `json`.
  public let source: String
  /// The deal's id there, as written.
  public let id: String

  /// The source whose files bring how deals came about, and not only how they stand.
  public static let history = "history"

  /// Makes a key.
  public init(source: String, id: String) {
    self.source = source
    self.id = id
  }
}
