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
    for candidate in candidates(for: name) where !used.contains(candidate.uppercased()) {
      return candidate
    }
    return "?"
  }

  /// All that a name could be shortened to, the best first.
  private static func candidates(for name: String) -> [String] {
    let words = name.split { !$0.isLetter && !$0.isNumber }.map { capitals(String($0)) }
    let first = words.first ?? ["X"]
    let last = words.count > 1 ? words.last ?? [] : []
    var candidates: [String] = []
    func add(_ letters: some Sequence<Character>) {
      let text = String(letters.prefix(maximum))
      if !candidates.contains(text) { candidates.append(text) }
    }
    if last.isEmpty {
      for count in [2, 3, 4, 1] where first.count >= count { add(first.prefix(count)) }
    } else {
      for count in 1..<maximum { add(first.prefix(1) + last.prefix(count)) }
      for count in 2..<maximum { add(first.prefix(count) + last.prefix(1)) }
    }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let start = Array(candidates.first ?? "X").prefix(2)
    for letter in alphabet { add(start + [letter]) }
    for letter in alphabet { for other in alphabet { add(start + [letter, other]) } }
    return candidates
  }

  /// A word's letters in capitals, those whose capital is two letters kept as they are.
  private static func capitals(_ word: String) -> [Character] {
    word.map { letter in
      let capital = letter.uppercased()
      return capital.count == 1 ? capital.first ?? letter : letter
    }
  }
}
