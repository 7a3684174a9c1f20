/// Which stages of a file stand for which stages here.
struct StageMap {
  private let names: [FoldedName: String]

  init(_ names: [String: String]) {
    self.names = Dictionary(names.map { (FoldedName($0), $1) }) { first, _ in first }
  }

  /// The name that counts for a stage name in the file.
  func callAsFunction(_ name: String) -> String {
    names[FoldedName(name)] ?? name
  }
}
