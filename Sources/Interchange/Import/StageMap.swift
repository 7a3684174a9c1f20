internal import Pipeline

/// Which stages of a file stand for which stages of one pipeline here.
struct StageMap {
  private var names: [FoldedName: String] = [:]

  /// The name that counts for a stage name in the file.
  func callAsFunction(_ name: String) -> String {
    names[FoldedName(name)] ?? name
  }

  /// Says which name counts for a stage name in the file.
  mutating func set(_ theirs: String, to ours: String) {
    names[FoldedName(theirs)] = ours
  }

  /// Takes over what another map says of the same pipeline.
  mutating func merge(_ other: StageMap) {
    names.merge(other.names) { first, _ in first }
  }
}
