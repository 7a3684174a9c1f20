public import Pipeline

extension SourceKey {
  private static let derivedPrefix = "derived:"

  /// The id that the source gave; `nil` where it gave none and the key was derived.
  ///
  /// This is what `list --json` and exports show.
  public var sourceID: String? {
    id.hasPrefix(Self.derivedPrefix) ? nil : id
  }

  /// The key of a row without an id, so that importing it again finds its deal: a hash of what
  /// tells deals apart and seldom changes (title, organization, contact, creation), and how many
  /// such rows stood before it in the file.
  static func derived(source: String, content: UInt64, occurrence: Int) -> SourceKey {
    let hash = String(content, radix: 16)
    let suffix = occurrence == 0 ? "" : "-\(occurrence + 1)"
    return SourceKey(source: source, id: derivedPrefix + hash + suffix)
  }
}
