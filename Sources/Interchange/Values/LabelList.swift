/// A deal's labels in one cell, apart by commas.
///
/// A label with a comma or a quotation mark in it stands in quotes, as a cell of a CSV row does.
enum LabelList {
  /// The cell of labels.
  static func text(_ labels: [String]) -> String {
    labels.map { label in
      label.contains { $0 == "," || $0 == "\"" }
        ? "\"" + label.replacing("\"", with: "\"\"") + "\"" : label
    }.joined(separator: ", ")
  }

  /// The labels of a cell, each once, without outer blanks and empty ones.
  static func labels(_ text: String) -> [String] {
    var labels: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      let label = takeLabel(from: &rest)
      let bytes = Array(label.utf8)
      let name = bytes.name(0..<bytes.count)
      if !name.isEmpty, !labels.contains(name) { labels.append(name) }
    }
    return labels
  }

  /// Takes the first label and the comma behind it.
  private static func takeLabel(from rest: inout Substring) -> String {
    rest = rest.drop(while: \.isWhitespace)
    if rest.first == "\"", let label = quoted(in: &rest) { return label }
    let label = rest.prefix { $0 != "," }
    rest = rest.dropFirst(label.count + 1)
    return String(label)
  }

  /// Takes a label in quotes; `nil`, and nothing taken, where the quotes do not end before a comma
  /// or the end.
  private static func quoted(in rest: inout Substring) -> String? {
    var label = ""
    var tail = rest.dropFirst()
    while let character = tail.popFirst() {
      guard character == "\"" else {
        label.append(character)
        continue
      }
      if tail.first == "\"" {
        label.append("\"")
        tail.removeFirst()
        continue
      }
      tail = tail.drop(while: \.isWhitespace)
      guard tail.isEmpty || tail.first == "," else { return nil }
      rest = tail.dropFirst()
      return label
    }
    return nil
  }
}
