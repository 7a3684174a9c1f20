public import Pipeline

/// One sheet of the screen: the board at the bottom, above it what was opened last.
///
/// Layers see a key from the top down until one handles it, and are drawn from the bottom up. A
/// layer is a value: it keeps what is typed into it and nothing of the board.
public protocol Layer: Sendable {
  /// Which keys of the key map hold while it is on top.
  var place: Place { get }
  /// Whether it sees every key as typed, before the key map: a field to type into.
  var takesText: Bool { get }
  /// Whether it covers the whole area between title and footer, so that nothing below is drawn.
  var coversBoard: Bool { get }
  /// Whether it lies over the footer, so that its pairs stand in the status line.
  var coversFooter: Bool { get }
  /// Whether keys that it ignores go on to the layer below.
  var letsKeysThrough: Bool { get }

  /// Does what a key of the key map asks for; `.ignored` for what it does not know.
  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response

  /// Takes a key that the key map does not know here, and every key where `takesText` is set.
  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response

  /// Takes pasted text; `.ignored` where there is no field for it.
  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response

  /// Takes what the mouse did.
  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response

  /// Draws itself; `screen` is everything but title, footer and status line.
  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect)

  /// Brings what it keeps in line with the board, after each action.
  mutating func settle(_ board: BoardState)

  /// Takes note of what stands in the log now: what this board asked for, and what others did.
  mutating func notice(_ change: RecordedChange)

  /// Whether keys act on the marked deals, where some are, though it is about a deal of its own.
  var heedsMarks: Bool { get }

  /// The deal that keys act on while it is open.
  func subject(in board: BoardState) -> LayerSubject

  /// The footer's pairs, most used first, without the `? help` at the end.
  func hints(_ board: BoardState) -> [Hint]
  /// Whether the footer ends with `? help`.
  var offersHelp: Bool { get }
  /// Whether a command of its place means something as it is now, so that help lists it.
  func offers(_ command: Command) -> Bool
}

/// What a layer did with a key.
public enum Response: Sendable {
  /// It was taken; these effects follow.
  case handled([Effect])
  /// It was taken and the layer is done.
  case closed([Effect])
  /// The layer is done, and something is to be done once it is gone, which may open another.
  case closing(then: @Sendable (inout BoardState) -> [Effect])
  /// It means nothing here.
  case ignored
}

/// Which deal keys act on while a layer is open.
public enum LayerSubject: Hashable, Sendable {
  /// That of the layer below, at last the one that has the board's focus.
  case below
  /// This one; `nil`: none.
  case deal(Identifier<Deal>?)
}

/// A pair of the footer: keys and what they do, in a word or two.
public struct Hint: Hashable, Sendable {
  /// The keys as shown.
  public var keys: String
  /// What they do.
  public var label: String
  /// Whether it stays where others are cut: the way out.
  var isKept = false

  /// Makes a pair.
  public init(keys: String, label: String) {
    self.keys = keys
    self.label = label
  }
}

extension Layer {
  /// A layer that is typed into shows keys of its own.
  public var takesText: Bool { false }
  /// A layer lets the board be seen unless it says otherwise.
  public var coversBoard: Bool { false }
  /// A layer leaves the footer in sight unless it says otherwise.
  public var coversFooter: Bool { false }
  /// A layer keeps all keys to itself unless it says otherwise.
  public var letsKeysThrough: Bool { false }
  /// A layer that is about a deal of its own heeds no marks unless it says otherwise.
  public var heedsMarks: Bool { false }
  /// A layer keeps nothing of the board unless it says otherwise.
  public mutating func settle(_ board: BoardState) {}
  /// A layer heeds no changes unless it says otherwise: it draws what the board holds.
  public mutating func notice(_ change: RecordedChange) {}
  /// A layer is about the deal that what lies below is about, unless it says otherwise.
  public func subject(in board: BoardState) -> LayerSubject { .below }
  /// Help lists all of a place unless the layer says otherwise.
  public func offers(_ command: Command) -> Bool { true }
  /// Help is there wherever no text is typed.
  public var offersHelp: Bool { !takesText }

  /// Knows no command.
  public mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response { .ignored }

  /// Knows no key.
  public mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response { .ignored }

  /// Has no field.
  public mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response { .ignored }

  /// Heeds no mouse.
  public mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response { .ignored }
}
