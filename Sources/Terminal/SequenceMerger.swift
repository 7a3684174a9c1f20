/// Shortens what curses wrote for a frame, and leaves what it shows.
///
/// Curses tells each colour in a sequence of its own, sets what the next sequence resets, and names
/// the character set with every reset. Styles that follow each other become one sequence here, and
/// the set is named once a frame: a key sends a fifth less, which a slow line shows.
///
/// Source: ECMA-48, 8.3.117 (select graphic rendition, with any number of parameters).
struct SequenceMerger {
  /// As many parameters as the Linux console and the VT100's followers take in one sequence.
  static let mostParameters = 16

  /// What the last call of `merge` made.
  private(set) var merged: [UInt8] = []
  /// What names the plain character set; empty where resets do not name it.
  private let plainSet: [UInt8]
  private var isPlainSetNamed = false
  /// The parameters of the style that waits for what follows, where one does; empty for a reset.
  ///
  /// Kept from style to style, so that none allocates.
  private var style: [UInt8] = []
  private var isStyleWaiting = false
  private var parameters = 0

  private static let otherSet: [UInt8] = [0x1b, 0x28]

  /// A merger for a terminal whose sequence for resetting styles is this one; nil where that is not
  /// the reset of ECMA-48 with at most the plain character set beside it.
  init?(resettingBy reset: [UInt8]) {
    let resets: [[UInt8]] = [Array("\u{1b}[m".utf8), Array("\u{1b}[0m".utf8)]
    let sets: [[UInt8]] = [[], Array("\u{1b}(B".utf8), [0x0f]]
    let known = sets.first { set in
      resets.contains { reset == set + $0 || reset == $0 + set }
    }
    guard let known else { return nil }
    plainSet = known
  }

  /// Makes a whole frame shorter; the result is `merged`.
  mutating func merge(_ frame: ArraySlice<UInt8>) {
    merged.removeAll(keepingCapacity: true)
    isPlainSetNamed = false
    var rest = frame
    while let byte = rest.first {
      if byte == 0x1b, let end = Self.styleEnd(in: rest) {
        take(rest[(rest.startIndex + 2)..<end])
        rest = rest[(end + 1)...]
      } else if !plainSet.isEmpty, rest.starts(with: plainSet) {
        if !isPlainSetNamed { merged += plainSet }
        isPlainSetNamed = true
        rest = rest.dropFirst(plainSet.count)
      } else {
        settle()
        // Another character set: the plain one has to be named again.
        if byte == 0x0e || rest.starts(with: Self.otherSet) { isPlainSetNamed = false }
        let end = rest.dropFirst().firstIndex { $0 < 0x20 } ?? rest.endIndex
        merged += rest[..<end]
        rest = rest[end...]
      }
    }
    settle()
  }

  /// Where the style that begins here ends, at its `m`; nil where no style begins here.
  private static func styleEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 2, bytes[bytes.startIndex + 1] == UInt8(ascii: "[") else { return nil }
    var place = bytes.startIndex + 2
    while place < bytes.endIndex, (UInt8(ascii: "0")...UInt8(ascii: ";")).contains(bytes[place]) {
      place += 1
    }
    return place < bytes.endIndex && bytes[place] == UInt8(ascii: "m") ? place : nil
  }

  private mutating func take(_ parameters: ArraySlice<UInt8>) {
    let count = parameters.reduce(1) { $0 + ($1 == UInt8(ascii: ";") ? 1 : 0) }
    let zero = UInt8(ascii: "0")
    let isReset =
      parameters.isEmpty || parameters.elementsEqual([zero])
      || parameters.starts(with: [zero, UInt8(ascii: ";")])
    if !isReset, self.parameters + count > Self.mostParameters { settle() }
    if isReset || !isStyleWaiting {
      style.removeAll(keepingCapacity: true)
      self.parameters = count
    } else {
      if style.isEmpty { style.append(zero) }
      style.append(UInt8(ascii: ";"))
      self.parameters += count
    }
    style.append(contentsOf: parameters)
    isStyleWaiting = true
  }

  /// Writes the style that waits, before anything that is seen.
  private mutating func settle() {
    guard isStyleWaiting else { return }
    merged.append(0x1b)
    merged.append(UInt8(ascii: "["))
    merged += style
    merged.append(UInt8(ascii: "m"))
    isStyleWaiting = false
    parameters = 0
  }
}
