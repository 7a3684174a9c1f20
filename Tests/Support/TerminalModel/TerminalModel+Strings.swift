/// OSC strings, as xterm's ctlseqs lists them.
extension TerminalModel {
  /// Returns whether the string is known.
  mutating func obey(osc text: String) -> Bool {
    let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count > 1 ? String(parts[1]) : ""
    switch parts.first {
    case "0", "2": title = value
    case "1": break  // The icon's title.
    case "4": isPaletteChanged = isPaletteChanged || !value.hasSuffix("?")
    case "P": isPaletteChanged = true
    case "104", "110", "111", "112", "R": isPaletteChanged = false
    case "10", "12": isPaletteChanged = isPaletteChanged || value != "?"
    case "11":
      if value == "?" { answerBackground() } else { isPaletteChanged = true }
    case "52":
      guard let semicolon = value.firstIndex(of: ";") else { return false }
      let content = value[value.index(after: semicolon)...]
      if content != "?" { clipboard = String(content) }
    default: return false
    }
    return true
  }

  private mutating func answerBackground() {
    guard let color = backgroundAnswer else { return }
    let parts = [color.red, color.green, color.blue].map { part in
      let digits = String(part, radix: 16)
      let byte = digits.count == 1 ? "0" + digits : digits
      return byte + byte
    }
    pendingReplies += Array("\u{1B}]11;rgb:\(parts.joined(separator: "/"))\u{1B}\\".utf8)
  }
}
