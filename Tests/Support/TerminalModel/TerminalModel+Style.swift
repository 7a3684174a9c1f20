/// SGR, ECMA-48 8.3.117, with the colour forms of ITU-T T.416 as xterm reads them.
extension TerminalModel {
  /// Applies all parameters; returns whether all of them are known.
  mutating func setStyle(_ parameters: [[Int?]]) -> Bool {
    var rest = parameters.map { $0.map { $0 ?? 0 } }[...]
    if rest.isEmpty { style = TerminalStyle() }
    while let parameter = rest.popFirst() {
      let isKnown =
        parameter.count > 1
        ? setStyle(subparameters: parameter)
        : setStyle(parameter.first ?? 0, rest: &rest)
      guard isKnown else { return false }
    }
    return true
  }

  private mutating func setStyle(_ number: Int, rest: inout ArraySlice<[Int]>) -> Bool {
    switch number {
    case 0: style = TerminalStyle()
    case 1: style.isBold = true
    case 2: style.isDim = true
    case 3: style.isItalic = true
    case 4: style.isUnderlined = true
    case 5: style.isBlinking = true
    case 7: style.isReverse = true
    case 8: style.isInvisible = true
    case 9: style.isStruckThrough = true
    case 10: break  // The first font, in the Linux console's sgr0.
    case 22:
      style.isBold = false
      style.isDim = false
    case 23: style.isItalic = false
    case 24: style.isUnderlined = false
    case 25: style.isBlinking = false
    case 27: style.isReverse = false
    case 28: style.isInvisible = false
    case 29: style.isStruckThrough = false
    case 30...37: style.foreground = .palette(number - 30)
    case 39: style.foreground = .standard
    case 40...47: style.background = .palette(number - 40)
    case 49: style.background = .standard
    case 90...97: style.foreground = .palette(number - 90 + 8)
    case 100...107: style.background = .palette(number - 100 + 8)
    case 38, 48:
      let form = rest.first?.first
      let length = form == 5 ? 2 : form == 2 ? 4 : 0
      let values = rest.prefix(length).compactMap(\.first)
      guard values.count == length, let color = Self.color(values) else { return false }
      rest = rest.dropFirst(length)
      setColor(color, isForeground: number == 38)
    default: return false
    }
    return true
  }

  private mutating func setStyle(subparameters: [Int]) -> Bool {
    switch subparameters[0] {
    case 4:
      guard subparameters.count == 2, (0...5).contains(subparameters[1]) else { return false }
      style.isUnderlined = subparameters[1] != 0
    case 38, 48:
      var values = Array(subparameters.dropFirst())
      // The colon form has a place for a colour space, which many leave out.
      if values.first == 2, values.count == 5 { values.remove(at: 1) }
      guard let color = Self.color(values) else { return false }
      setColor(color, isForeground: subparameters[0] == 38)
    default: return false
    }
    return true
  }

  private static func color(_ values: [Int]) -> TerminalColor? {
    guard values.dropFirst().allSatisfy((0...255).contains) else { return nil }
    return switch (values.first, values.count) {
    case (5, 2): .palette(values[1])
    case (2, 4): .rgb(values[1], values[2], values[3])
    default: nil
    }
  }

  private mutating func setColor(_ color: TerminalColor, isForeground: Bool) {
    if isForeground { style.foreground = color } else { style.background = color }
  }
}
