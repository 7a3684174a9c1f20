import Board

/// How wide characters are in tests: a table in place of the C library's.
let testWidth: ScalarWidth = { scalar in
  switch scalar.value {
  case 0x300...0x36F, 0x200D, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xFF00...0xFF60, 0x1F000...0x1FAFF: 2
  default: 1
  }
}
