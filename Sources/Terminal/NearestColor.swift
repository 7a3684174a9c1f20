/// The entry of a palette that looks most like a colour.
enum NearestColor {
  /// The nearest of xterm's 256, never one of the first 16, which users redefine.
  static func of256(_ color: RGBColor) -> UInt8 {
    var best: UInt8 = 16
    var least = Int.max
    for index in UInt8(16)...255 {
      let distance = distance(color, rgb(of256: index))
      if distance < least {
        least = distance
        best = index
      }
    }
    return best
  }

  /// The entry of the user's 16 that means the same: a hue, or a step of grey.
  ///
  /// What these 16 look like is the user's choice, so a distance to their usual values says
  /// little: a pastel blue would turn white. The hue is kept instead.
  static func of16(_ color: RGBColor) -> UInt8 {
    let red = Int(color.red)
    let green = Int(color.green)
    let blue = Int(color.blue)
    let most = max(red, green, blue)
    let chroma = most - min(red, green, blue)

    guard chroma >= 48 else {
      switch color.luminance {
      case ..<56: return 0
      case ..<150: return 8
      case ..<230: return 7
      default: return 15
      }
    }
    // Degrees on the colour circle: red 0, green 120, blue 240.
    let hue =
      if most == red {
        (60 * (green - blue) / chroma + 360) % 360
      } else if most == green {
        60 * (blue - red) / chroma + 120
      } else {
        60 * (red - green) / chroma + 240
      }
    switch hue {
    case ..<20: return 1
    case ..<75: return 3
    case ..<160: return 2
    case ..<200: return 6
    case ..<255: return 4
    case ..<330: return 5
    default: return 1
    }
  }

  /// What an entry of xterm's 256 looks like: 16 usual colours, a cube of 6 × 6 × 6, 24 greys.
  static func rgb(of256 index: UInt8) -> RGBColor {
    switch index {
    case 0..<16:
      return usual16[Int(index)]
    case 16..<232:
      let place = Int(index) - 16
      return RGBColor(
        red: cubeSteps[place / 36],
        green: cubeSteps[place / 6 % 6],
        blue: cubeSteps[place % 6]
      )
    default:
      let grey = 8 + 10 * (index - 232)
      return RGBColor(red: grey, green: grey, blue: grey)
    }
  }

  /// The square of a distance that follows the eye, in integers.
  ///
  /// Source: "redmean", T. Riemersma, "Colour metric", CompuPhase.
  static func distance(_ left: RGBColor, _ right: RGBColor) -> Int {
    let meanRed = (Int(left.red) + Int(right.red)) / 2
    let red = Int(left.red) - Int(right.red)
    let green = Int(left.green) - Int(right.green)
    let blue = Int(left.blue) - Int(right.blue)
    return (512 + meanRed) * red * red + 1024 * green * green + (767 - meanRed) * blue * blue
  }

  private static let cubeSteps: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static let usual16: [RGBColor] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ].map { RGBColor(hex: $0) }
}
