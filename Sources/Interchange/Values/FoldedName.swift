/// A name of a stage, pipeline or person without what does not tell names apart: case and outer
/// blanks.
struct FoldedName: Hashable {
  /// The name in small letters.
  let text: String

  init(_ name: some StringProtocol) {
    let bytes = Array(name.utf8)
    let part = bytes[bytes.trimmed(0..<bytes.count)]
    self.text = String(decoding: part, as: UTF8.self).lowercased()
  }

  /// Whether nothing is left of the name.
  var isEmpty: Bool { text.isEmpty }
}
