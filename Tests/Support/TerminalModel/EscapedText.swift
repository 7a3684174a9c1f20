/// Bytes as one can read them in a message: `\e[1m`, `\n`, `\x9B`.
public func escaped(_ bytes: some Collection<UInt8>) -> String {
  var text = ""
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x1B: text += "\\e"
    case 0x0A: text += "\\n"
    case 0x0D: text += "\\r"
    case 0x09: text += "\\t"
    case 0x00...0x1F, 0x7F...0x9F:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      text += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}
