/// Text without the markup that other systems keep their notes in.
enum PlainText {
  /// The text of HTML on one line: tags are left out, those that end a line become a space, and
  /// characters that are written as `&amp;` stand for themselves.
  ///
  /// A text without markup stays as it is.
  static func ofHTML(_ text: String) -> String {
    guard text.contains(where: { $0 == "<" || $0 == "&" }) else { return text }
    var plain = ""
    var rest = text[...]
    // Behind the last > no tag can end, and none is looked for.
    let lastEnd = text.lastIndex(of: ">") ?? text.startIndex
    while let character = rest.first {
      if character == "<", rest.startIndex < lastEnd, let tag = takeTag(from: &rest) {
        if breaksLine(tag), !plain.isEmpty, plain.last != " " { plain.append(" ") }
      } else if character == "&", let scalar = takeReference(from: &rest) {
        plain.unicodeScalars.append(scalar)
      } else {
        plain.append(character)
        rest.removeFirst()
      }
    }
    let bytes = Array(plain.utf8)
    return bytes.name(0..<bytes.count)
  }

  /// Takes `<b>`, `</p>`, `<br/>` or a comment, and gives its name in small letters; `nil`, and
  /// nothing taken, for a `<` that begins none.
  private static func takeTag(from rest: inout Substring) -> String? {
    let inner = rest.dropFirst()
    guard let first = inner.first, first.isASCII, first.isLetter || first == "/" || first == "!",
      let end = inner.firstIndex(of: ">")
    else { return nil }
    let name = inner[..<end].drop { $0 == "/" }.prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber)
    }
    rest = inner[inner.index(after: end)...]
    return name.lowercased()
  }

  private static func breaksLine(_ tag: String) -> Bool {
    switch tag {
    case "br", "p", "div", "li", "ul", "ol", "tr", "td", "table", "blockquote", "hr", "h1", "h2",
      "h3", "h4", "h5", "h6":
      true
    default: false
    }
  }

  private static let names: [Substring: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€",
    "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•",
  ]

  /// Takes `&amp;`, `&#39;` or `&#x27;`; `nil`, and nothing taken, for anything else.
  private static func takeReference(from rest: inout Substring) -> Unicode.Scalar? {
    let inner = rest.dropFirst()
    guard let end = inner.prefix(10).firstIndex(of: ";") else { return nil }
    let name = inner[..<end]
    let scalar: Unicode.Scalar?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      scalar = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    } else if name.hasPrefix("#") {
      scalar = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    } else {
      scalar = names[name]
    }
    guard let scalar else { return nil }
    rest = inner[inner.index(after: end)...]
    return scalar
  }
}

/// Clean text is one line of it: what a reference stood for may be a control character.
extension PlainText {
  /// The text of HTML, fit to be kept.
  static func note(_ text: String) -> String { CleanText.cleaned(ofHTML(text)) }
}
