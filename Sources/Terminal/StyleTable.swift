import CNcurses
import Glibc

/// The styles in use, each as the cell of curses that a character only has to be put into.
struct StyleTable {
  let depth: ColorDepth
  let hasDim: Bool
  private var indices: [TerminalStyle: StyleIndex] = [:]
  private(set) var templates: [cchar_t] = []
  /// What is seen of each style where nothing is written; equal ones look the same on a blank.
  private(set) var grounds: [Ground] = []
  private var pairs: [ColorPair: Int32] = [:]

  /// What is seen of a style on a blank.
  enum Ground: Hashable {
    /// A background and nothing else.
    case plain(Int32)
    /// The foreground shows too, as line or as background.
    case marked(ResolvedStyle)
  }

  private struct ColorPair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  init(depth: ColorDepth, hasDim: Bool) {
    self.depth = depth
    self.hasDim = hasDim
    register(TerminalStyle())
  }

  /// Forgets all styles but the standard one.
  mutating func reset() {
    indices = [:]
    templates = []
    grounds = []
    pairs = [:]
    if depth != .none { reset_color_pairs() }
    register(TerminalStyle())
  }

  @discardableResult
  mutating func register(_ style: TerminalStyle) -> StyleIndex {
    if let known = indices[style] { return known }
    // More styles than this are a programming error that shows as plain text.
    guard templates.count < Int(UInt16.max) else { return .standard }
    let index = StyleIndex(rawValue: UInt16(templates.count))
    indices[style] = index
    let resolved = depth.resolve(style)
    templates.append(template(resolved))
    let isMarked = resolved.isReverse || resolved.isUnderlined
    grounds.append(isMarked ? .marked(resolved) : .plain(resolved.background))
    return index
  }

  private mutating func template(_ style: ResolvedStyle) -> cchar_t {
    var attributes: attr_t = 0
    if style.isBold { attributes |= curses_bold }
    if style.isDim && hasDim { attributes |= curses_dim }
    if style.isReverse { attributes |= curses_reverse }
    if style.isUnderlined { attributes |= curses_underline }
    var pair = pair(foreground: style.foreground, background: style.background)
    var cell = cchar_t()
    var blank: [wchar_t] = [0x20, 0]
    // Extended pairs: the number goes where the pointer points, the short one is not looked at.
    setcchar(&cell, &blank, attributes, 0, &pair)
    return cell
  }

  /// The number of a pair of colours; 0, the terminal's own, where it has no more.
  private mutating func pair(foreground: Int32, background: Int32) -> Int32 {
    guard depth != .none, foreground != -1 || background != -1 else { return 0 }
    let pair = ColorPair(foreground: foreground, background: background)
    if let known = pairs[pair] { return known }
    let number = Int32(pairs.count + 1)
    guard number < curses_pair_count() else { return 0 }
    if init_extended_pair(number, foreground, background) != OK {
      // Where the terminal cannot go back to its own colours, white on black comes closest.
      guard
        init_extended_pair(
          number,
          foreground == -1 ? 7 : foreground,
          background == -1 ? 0 : background
        ) == OK
      else { return 0 }
    }
    pairs[pair] = number
    return number
  }
}
