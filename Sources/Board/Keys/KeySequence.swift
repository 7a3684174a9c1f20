/// Chords typed one after the other: mostly one, sometimes two (`g g`).
public struct KeySequence: Hashable, Sendable {
  /// The chords in the order they are typed; never empty.
  public let chords: [Chord]

  /// A sequence of one chord.
  public init(_ chord: Chord) {
    self.chords = [chord]
  }

  /// A sequence of chords; `nil` where there is none.
  public init?(chords: [Chord]) {
    guard !chords.isEmpty else { return nil }
    self.chords = chords
  }

  /// Whether it begins with these chords and goes on.
  func goesOn(after typed: [Chord]) -> Bool {
    chords.count > typed.count && chords.starts(with: typed)
  }

  /// The short form for the footer and the help: `spc`, `ent`, `gg`, `^r`.
  public var label: String {
    chords.map(Self.label).joined()
  }

  private static func label(_ chord: Chord) -> String {
    switch (chord.key, chord.modifiers) {
    case (.character(" "), []): "spc"
    case (.enter, []): "ent"
    default: chord.description
    }
  }
}

extension KeySequence: CustomStringConvertible, LosslessStringConvertible {
  /// The chords' names with a space between: `g g`, `ctrl-p`.
  public var description: String {
    chords.map(\.description).joined(separator: " ")
  }

  /// Reads what `description` writes; `nil` where a part names no key.
  public init?(_ description: String) {
    let names = description.split(separator: " ")
    let chords = names.compactMap { Chord(String($0)) }
    guard chords.count == names.count else { return nil }
    self.init(chords: chords)
  }
}

extension KeySequence: ExpressibleByStringLiteral {
  /// A sequence written in the source; what names no key is escape.
  public init(stringLiteral text: String) {
    self = KeySequence(text) ?? KeySequence(Chord(.escape))
  }
}
