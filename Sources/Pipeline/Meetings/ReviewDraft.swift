/// What is kept of a review that is not over, so that one broken off goes on where it stopped.
public struct ReviewDraft: Hashable, Sendable {
  /// Where in the log it began.
  public let began: LogPoint
  /// Which deals it takes, and in which order.
  public let order: ReviewQueue.Order
  /// The events that were decided in it, oldest first, those taken back included.
  public var decided: [EventID]
  /// The deals that were passed over, in that order.
  public var skipped: [Identifier<Deal>]

  /// Makes a draft of a review that begins.
  public init(
    began: LogPoint,
    order: ReviewQueue.Order = .worstFirst,
    decided: [EventID] = [],
    skipped: [Identifier<Deal>] = []
  ) {
    self.began = began
    self.order = order
    self.decided = decided
    self.skipped = skipped
  }
}

extension ReviewDraft {
  private static let heading = "review 1"

  /// The draft as a store keeps it: a heading with the version of the form, then a line each.
  public var text: String {
    let moment = began.moment.map { " \($0.milliseconds)" } ?? ""
    return [
      Self.heading,
      "began \(began.day)\(moment)",
      "order \(order.word)",
      "decided" + decided.map { " " + $0.hexadecimal }.joined(),
      "skipped" + skipped.map { " \($0)" }.joined(),
    ].joined(separator: "\n")
  }

  /// Reads what `text` writes; `nil` for anything else, such as the form of a later version.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    guard lines.count == 5, lines[0].joined(separator: " ") == Self.heading,
      zip(lines, ["review", "began", "order", "decided", "skipped"]).allSatisfy({
        $0.first.map(String.init) == $1
      }),
      lines[1].count >= 2, let day = Day(String(lines[1][1])),
      let order = ReviewQueue.Order(words: lines[2].dropFirst())
    else { return nil }
    let moment = lines[1].dropFirst(2).first.flatMap { Int64($0) }
    let decided = lines[3].dropFirst().map { EventID(hexadecimal: $0) }
    let skipped = lines[4].dropFirst().map { Int64($0) }
    guard !decided.contains(nil), !skipped.contains(nil) else { return nil }
    self.init(
      began: LogPoint(day: day, moment: moment.map { Instant(milliseconds: $0) }),
      order: order,
      decided: decided.compactMap(\.self),
      skipped: skipped.compactMap { $0.map { Identifier(rawValue: $0) } }
    )
  }
}

extension ReviewQueue.Order {
  fileprivate var word: String {
    switch self {
    case .worstFirst: "worst"
    case .byOwner: "owner"
    case .mostValue(let count): "value \(count)"
    }
  }

  fileprivate init?(words: some Collection<Substring>) {
    switch (words.first, words.dropFirst().first.flatMap { Int($0) }) {
    case ("worst", nil): self = .worstFirst
    case ("owner", nil): self = .byOwner
    case ("value", let count?) where count > 0: self = .mostValue(count)
    default: return nil
    }
  }
}

extension EventID {
  /// The 32 digits of its bits.
  fileprivate var hexadecimal: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  fileprivate init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}
