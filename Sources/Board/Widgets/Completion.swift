import Pipeline

/// How a text that is being typed could go on, from words that were used before.
struct Completion: Hashable {
  /// What would follow the cursor, to be shown dim.
  let rest: String
  /// The whole text once it is taken.
  let text: String

  /// Goes on with the first word that begins as the text does, without regard to case.
  ///
  /// `nil` where the text is empty or no word goes on.
  init?(of text: String, from words: some Sequence<String>) {
    guard let (rest, word) = Self.find(text[...], words) else { return nil }
    self.rest = rest
    self.text = word
  }

  /// Goes on with the part behind the last comma, as in a list of labels.
  init?(ofLastIn text: String, from words: some Sequence<String>) {
    let before = text.lastIndex(of: ",").map { text[...$0] } ?? ""
    let part = text[before.endIndex...].drop { $0 == " " }
    let kept = text[..<part.startIndex]
    let present = before.split(separator: ",").map { String($0).trimmed.lowercased() }
    let others = words.filter { !present.contains($0.lowercased()) }
    guard let (rest, word) = Self.find(part, others) else { return nil }
    self.rest = rest
    self.text = kept + word
  }

  /// Goes on with the last term of a line, such as `owner:an`: its value, or its name.
  init?(ofTermIn line: String, _ board: BoardState) {
    guard let token = line.split(separator: " ", omittingEmptySubsequences: false).last,
      !token.isEmpty
    else { return nil }
    let kept = line[..<token.startIndex]
    guard let colon = token.firstIndex(of: ":") else {
      let sign = token.hasPrefix("-") ? token.prefix(1) : ""
      let name = token.dropFirst(sign.count)
      guard name.count > 1,
        let (rest, word) = Self.find(name, InputWords.current.fields.keys.sorted())
      else { return nil }
      self.rest = rest + ":"
      self.text = kept + sign + word + ":"
      return
    }
    let name = token[...colon].drop { $0 == "-" }.dropLast()
    guard let field = InputWords.ofEveryLanguage.fields[name.lowercased()] else { return nil }
    let value = token[token.index(after: colon)...]
    guard let (rest, word) = Self.find(value, board.words(for: field)) else { return nil }
    self.rest = rest
    self.text = kept + token[...colon] + (word.contains(" ") ? "\"\(word)\"" : word)
  }

  private static func find(
    _ typed: Substring,
    _ words: some Sequence<String>
  ) -> (rest: String, word: String)? {
    let wanted = typed.lowercased()
    guard !wanted.isEmpty else { return nil }
    for word in words where word.count > typed.count && word.lowercased().hasPrefix(wanted) {
      return (String(word.dropFirst(typed.count)), word)
    }
    return nil
  }
}

extension BoardState {
  /// The words that may stand in a term, those used most first.
  func words(for field: InputField) -> [String] {
    switch field {
    case .owner: workspace.people.filter(\.isActive).map(\.name)
    case .stage: pipeline.stages.map(\.name)
    case .label: suggestions.labels
    case .organization: suggestions.organizations
    case .contact: suggestions.contacts
    case .reason: suggestions.lostReasons
    case .category: ForecastCategory.allCases.map(\.rawValue)
    case .next, .status, .state, .close: InputWords.current.suggestions[field] ?? []
    case .value, .idle, .age, .inStage, .probability, .currency: []
    }
  }
}

extension TextField {
  /// Takes a completion where a key asks for it at the end of the text; false for any other key.
  mutating func take(_ completion: Completion?, on chord: Chord) -> Bool {
    guard let completion, isCursorAtEnd,
      [Chord(.right), Chord(.tab), Chord(.end), Chord(.character("e"), .control)].contains(chord)
    else { return false }
    replace(with: completion.text)
    return true
  }
}
