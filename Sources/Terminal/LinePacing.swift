/// How far a terminal has read what was written to it, as far as is known.
///
/// On a slow line, behind ssh or a serial port, the system takes a minute's worth of frames before it
/// says that it is full, and what is typed would be seen long after. So the terminal is asked for its
/// status behind a frame now and then: it reads in order, and its answer says that it has read all
/// that came before.
///
/// Source: DSR, ECMA-48, 8.3.35; XTerm Control Sequences.
struct LinePacing {
  /// What asks a terminal for its status; one that does not know it prints nothing.
  static let question = "\u{1b}[5n"
  /// How many bytes may be on their way before it is asked: more than most keys bring.
  static let window = 1_024
  /// How long an answer is awaited, in milliseconds: a line that lost it is not held for ever.
  static let patience = 10_000

  /// Whether it has ever answered: one that never does is not waited for.
  private(set) var answers = false
  /// How many bytes were written since it was asked.
  private var written = 0
  /// When it was asked what it has not answered, by the monotonic clock.
  private(set) var askedAt: Int?

  /// Until when nothing should be written, by the monotonic clock; `nil`: now it may.
  var heldUntil: Int? { answers ? askedAt.map { $0 + Self.patience } : nil }

  /// Notes what is written; whether the question has to follow it.
  mutating func write(_ count: Int) -> Bool {
    written += count
    return answers && askedAt == nil && written >= Self.window
  }

  /// Notes that the question was written.
  mutating func ask(at now: Int) {
    askedAt = now
    written = 0
  }

  /// Notes that an answer came.
  mutating func takeAnswer() {
    answers = true
    askedAt = nil
  }

  /// Waits for no answer any more, and asks no more until one comes.
  mutating func giveUp() {
    answers = false
    askedAt = nil
  }
}
