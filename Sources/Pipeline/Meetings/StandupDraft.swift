/// What is kept of a standup that is not over, so that one broken off goes on where it stopped, and
/// what was parked is not lost.
public struct StandupDraft: Hashable, Sendable {
  /// Whose turn it is.
  public enum Turn: Hashable, Sendable {
    /// A person's.
    case person(Identifier<Person>)
    /// That of the deals that nobody owns.
    case nobody
    /// All had theirs.
    case over
  }

  /// The day it is held.
  public var day: Day
  /// Whose turn it is.
  public var turn: Turn
  /// How long the clock ran by then, in milliseconds.
  public var elapsed: Int64
  /// Who was passed over, in the order of their turns.
  public var skipped: [Identifier<Person>]
  /// What was parked, in that order.
  public var topics: [Topic]

  /// Something parked, and in whose turn it came up.
  public struct Topic: Hashable, Sendable {
    /// What it is about, in one line.
    public var text: String
    /// In whose turn; `nil`: about what nobody owns.
    public var person: Identifier<Person>?
  }

  /// Whether it says the same but for the clock, which runs on by itself.
  public func isSame(as other: StandupDraft) -> Bool {
    var other = other
    other.elapsed = elapsed
    return self == other
  }
}

extension StandupDraft {
  private static let heading = "standup 1"

  /// The draft as a store keeps it: a heading with the version of the form, then a line each.
  public var text: String {
    let turn =
      switch turn {
      case .person(let id): " \(id)"
      case .nobody: " nobody"
      case .over: " over"
      }
    return
      ([
        Self.heading, "day \(day)", "turn" + turn, "elapsed \(elapsed)",
        "skipped" + skipped.map { " \($0)" }.joined(),
      ]
      + topics.map { topic in
        let line = topic.text.map { $0.isNewline ? " " : String($0) }.joined()
        return "topic \(topic.person?.description ?? "nobody") \(line)"
      })
      .joined(separator: "\n")
  }

  /// Reads what `text` writes; `nil` for anything else, such as the form of a later version.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.count >= 5, lines[0] == Self.heading,
      let day = Self.rest(of: lines[1], after: "day").flatMap({ Day($0) }),
      let turn = Self.rest(of: lines[2], after: "turn").flatMap(Self.turn),
      let elapsed = Self.rest(of: lines[3], after: "elapsed").flatMap({ Int64($0) }), elapsed >= 0,
      let passed = Self.rest(of: lines[4], after: "skipped")
    else { return nil }
    let skipped = passed.split(separator: " ").map { Int64($0) }
    let topics = lines.dropFirst(5).map(Self.topic)
    guard !skipped.contains(nil), !topics.contains(nil) else { return nil }
    self.init(
      day: day,
      turn: turn,
      elapsed: elapsed,
      skipped: skipped.compactMap { $0.map { Identifier(rawValue: $0) } },
      topics: topics.compactMap(\.self)
    )
  }

  private static func rest(of line: String, after word: String) -> String? {
    guard line == word || line.hasPrefix(word + " ") else { return nil }
    return String(line.dropFirst(word.count + 1))
  }

  private static func turn(_ text: String) -> Turn? {
    switch text {
    case "nobody": .nobody
    case "over": .over
    default: Int64(text).map { .person(Identifier(rawValue: $0)) }
    }
  }

  private static func topic(_ line: String) -> Topic? {
    guard let rest = rest(of: line, after: "topic"), let blank = rest.firstIndex(of: " ") else {
      return nil
    }
    let text = String(rest[rest.index(after: blank)...])
    if rest[..<blank] == "nobody" { return Topic(text: text, person: nil) }
    return Int64(rest[..<blank]).map { Topic(text: text, person: Identifier(rawValue: $0)) }
  }
}
