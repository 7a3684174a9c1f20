/// How many cells a scalar takes: 1 or 2, 0 for a mark, below 0 for what cannot be shown.
///
/// The program hands in the C library's `wcwidth`, tests a table.
public typealias ScalarWidth = @Sendable (Unicode.Scalar) -> Int

/// What a terminal is sent for a text, one character with its marks at a time.
///
/// The one place where text from outside, which is data, becomes cells: nothing that a terminal
/// would act on can pass. Controls, bidi controls, private and invisible characters come out as
/// U+FFFD, line breaks and tabs as a space. A character keeps at most two marks; joiners, variation selectors, skin tones, what a joiner joins and the second
/// letter of a flag are left out.
public struct DisplayClusters: Sequence, IteratorProtocol {
  /// One character with its marks.
  public struct Cluster: Hashable, Sendable {
    /// The character.
    public var base: Unicode.Scalar
    /// The first mark's value; 0: none.
    public var firstMark: UInt32 = 0
    /// The second mark's value; 0: none.
    public var secondMark: UInt32 = 0
    /// How many cells it takes: 1 or 2.
    public var width: Int
  }

  private var scalars: String.UnicodeScalarView.Iterator
  private let width: ScalarWidth
  private var ahead: Unicode.Scalar?

  /// Reads a text with a function that knows widths.
  public init(_ text: String, width: @escaping ScalarWidth) {
    self.scalars = text.unicodeScalars.makeIterator()
    self.width = width
    self.ahead = scalars.next()
  }

  /// The next character; `nil` at the end.
  public mutating func next() -> Cluster? {
    guard let first = ahead else { return nil }
    ahead = scalars.next()
    if first.value < 0x7F, first.value >= 0x20 {
      // Plain letters are most of what is drawn: nothing to ask unless a mark follows.
      guard let following = ahead, following.value >= 0x80 else {
        return Cluster(base: first, width: 1)
      }
    }
    var cluster = start(first)
    if first.isRegionalIndicator, let second = ahead, second.isRegionalIndicator {
      ahead = scalars.next()
    }
    // Nothing joins a character that another one follows, which is looked at first.
    if let following = ahead, following.value >= 0x80, !following.standsAlone {
      takeMarks(into: &cluster, isEmoji: first.properties.isEmoji && first.value > 0xFF)
    }
    return cluster
  }

  private mutating func start(_ scalar: Unicode.Scalar) -> Cluster {
    switch scalar {
    case "\r":
      if ahead == "\n" { ahead = scalars.next() }
      return Cluster(base: " ", width: 1)
    case "\t", "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
      return Cluster(base: " ", width: 1)
    default: break
    }
    if scalar.mayNotBeShown { return Cluster(base: "\u{FFFD}", width: 1) }
    switch scalar.value < 0x7F ? 1 : width(scalar) {
    case 1: return Cluster(base: scalar, width: 1)
    case 2: return Cluster(base: scalar, width: 2)
    case 0 where scalar.isMark:
      return Cluster(base: " ", firstMark: scalar.value, width: 1)
    default: return Cluster(base: "\u{FFFD}", width: 1)
    }
  }

  /// Takes in what belongs to the character that was begun, and leaves out what is not sent.
  private mutating func takeMarks(into cluster: inout Cluster, isEmoji: Bool) {
    while let scalar = ahead, scalar.value >= 0x80 {
      if scalar.isVariationSelector || (isEmoji && scalar.isSkinTone) {
        ahead = scalars.next()
      } else if isEmoji, scalar == "\u{200D}" {
        ahead = scalars.next()
        if let joined = ahead, joined.properties.isEmoji, joined.value > 0xFF {
          ahead = scalars.next()
        }
      } else if isEmoji, (0xE0020...0xE007F).contains(scalar.value) {
        ahead = scalars.next()
      } else if scalar.isMark || scalar.isConjoiningVowelOrFinal, width(scalar) == 0 {
        if cluster.firstMark == 0 {
          cluster.firstMark = scalar.value
        } else if cluster.secondMark == 0 {
          cluster.secondMark = scalar.value
        }
        ahead = scalars.next()
      } else {
        return
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
  fileprivate var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  fileprivate var isVariationSelector: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }

  fileprivate var isConjoiningVowelOrFinal: Bool { (0x1160...0x11FF).contains(value) }

  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: !isVariationSelector
    default: false
    }
  }

  /// Whether it is known without asking Unicode's tables that it is shown and joins nothing: letters
  /// of Latin, Greek and Cyrillic, dashes, arrows, the signs that boards are drawn with, ideographs
  /// and Hangul syllables.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x02FF, 0x0391...0x03A1, 0x03A3...0x03FF,
      0x0400...0x0482, 0x048A...0x052F, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x23FF,
      0x2500...0x27BF, 0x4E00...0x9FFC, 0xAC00...0xD7A3:
      true
    default: false
    }
  }

  /// Controls, bidi controls, invisible and private characters, and what is no character.
  fileprivate var mayNotBeShown: Bool {
    if standsAlone { return false }
    return switch properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: isVariationSelector
    }
  }
}
