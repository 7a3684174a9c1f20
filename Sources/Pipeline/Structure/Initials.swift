/// The letters that stand for a person on a card.
public enum Initials {
  /// The most letters that a card has room for.
  public static let maximum = 4

  /// The shortest letters for a name that nobody has: the first letters of the first and the last
  /// word, then more of the last word, then more of the first, then any letter.
  ///
  /// `AS` for Ana Souza, `ASO` for an Ana Santos... after her, `PED` for Pedro where `PE` is taken.
  /// Case does not tell initials apart. One to four letters.
  public static func make(for name: String, taken: some Sequence<String>) -> String {
    let used = Set(taken.map { $0.uppercased() })
    func free(_ letters: some Sequence<Character>) -> String? {
      let text = String(letters.prefix(maximum))
      return used.contains(text.uppercased()) ? nil : text
    }
    let short = shortForms(of: name)
    for letters in short { if let found = free(letters) { return found } }
    let alphabet: [Character] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let start = Array((short.first ?? ["X"]).prefix(2))
    for letter in alphabet { if let found = free(start + [letter]) { return found } }
    for letter in alphabet {
      for other in alphabet { if let found = free(start + [letter, other]) { return found } }
    }
    return "?"
  }

  /// What a name is shortened to, the best first.
  private static func shortForms(of name: String) -> [[Character]] {
    let words = name.split { !$0.isLetter && !$0.isNumber }.map { capitals(String($0)) }
    let first = words.first ?? ["X"]
    let last = words.count > 1 ? words.last ?? [] : []
    guard !last.isEmpty else {
      return [2, 3, 4, 1].filter { first.count >= $0 }.map { Array(first.prefix($0)) }
    }
    return (1..<maximum).map { Array(first.prefix(1) + last.prefix($0)) }
      + (2..<maximum).map { Array(first.prefix($0) + last.prefix(1)) }
  }

  /// A word's letters in capitals, those whose capital is two letters kept as they are.
  private static func capitals(_ word: String) -> [Character] {
    word.map { letter in
      let capital = letter.uppercased()
      return capital.count == 1 ? capital.first ?? letter : letter
    }
  }
}
