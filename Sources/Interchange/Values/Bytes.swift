extension UInt8 {
  /// Whether it is a space, a tab or a line end.
  var isBlank: Bool {
    self == 0x20 || (0x09...0x0D).contains(self)
  }

  /// The value of a decimal digit; `nil` for anything else.
  var digit: UInt8? {
    let value = self &- UInt8(ascii: "0")
    return value < 10 ? value : nil
  }

  /// The small letter of a capital one; anything else as it is.
  var lowercase: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

extension [UInt8] {
  /// The part of a range without blanks (U+00A0 too) at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if self[start].isBlank {
        start += 1
      } else if start + 1 < end, self[start] == 0xC2, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if self[end - 1].isBlank {
        end -= 1
      } else if end - 1 > start, self[end - 1] == 0xA0, self[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether a part spells an ASCII word given in small letters, without regard to case.
  func spells(_ word: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<range.count {
        // The offset is below the count of both, which were found equal above.
        guard unsafe self[range.lowerBound + offset].lowercase == letters[offset] else {
          return false
        }
      }
      return true
    }
  }
}
