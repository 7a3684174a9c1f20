/// What was typed to search a list with.
struct Searched {
  private let letters: [Character]

  /// Searches for a text without regard to case; blanks count for nothing.
  init(_ text: String) {
    letters = text.lowercased().filter { !$0.isWhitespace }
  }

  /// How well a title fits, smaller is better; `nil` where its letters are not all there in order.
  ///
  /// A title that begins with the text comes first, then one that has it at the start of a word,
  /// then anywhere, then with gaps.
  func rank(in title: String) -> Int? {
    guard !letters.isEmpty else { return 0 }
    let title = title.lowercased().map(\.self)
    let solid = title.filter { !$0.isWhitespace }
    if solid.starts(with: letters) { return 0 }
    if Self.wordStarts(of: title).contains(where: { start in
      title[start...].filter { !$0.isWhitespace }.starts(with: letters)
    }) {
      return 1
    }
    if solid.indices.contains(where: { solid[$0...].starts(with: letters) }) { return 2 }
    return Self.gaps(of: letters, in: title).map { 3 + $0 }
  }

  private static func wordStarts(of title: [Character]) -> [Int] {
    title.indices.filter { index in
      index > 0 && !title[index - 1].isLetter && !title[index - 1].isNumber
    }
  }

  private static func gaps(of letters: [Character], in title: [Character]) -> Int? {
    var gaps = 0
    var wanted = letters.startIndex
    var last: Int?
    for (place, letter) in title.enumerated() where wanted < letters.endIndex {
      guard letter == letters[wanted] else { continue }
      if let last, place > last + 1 { gaps += 1 }
      last = place
      wanted += 1
    }
    return wanted == letters.endIndex ? gaps : nil
  }
}
