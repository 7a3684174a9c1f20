import Testing

@testable import Terminal

@Suite struct NearestColorTests {
  @Test(
    arguments: [
      (0x6c7086, 243), (0x313244, 237), (0x45475a, 239), (0x89b4fa, 111), (0x94e2d5, 116),
      (0xcba6f7, 183), (0xfab387, 216), (0xa6e3a1, 151), (0xf38ba8, 211),
      // Entries of the cube and of the greys are their own nearest.
      (0x000000, 16), (0xffffff, 231), (0xff0000, 196), (0x5f87af, 67), (0x080808, 232),
      (0xeeeeee, 255),
    ] as [(UInt32, UInt8)]
  )
  func `a colour of the default theme has its place among 256`(_ hex: UInt32, _ index: UInt8) {
    #expect(NearestColor.of256(RGBColor(hex: hex)) == index)
  }

  @Test func `every entry of the cube and the greys looks like itself`() {
    for index in UInt8(16)...255 {
      let color = NearestColor.rgb(of256: index)

      #expect(NearestColor.rgb(of256: NearestColor.of256(color)) == color)
    }
  }

  @Test(
    arguments: [
      // Hues stay, whatever the brightness: blue, cyan, magenta, yellow, green, red.
      (0x89b4fa, 4), (0x94e2d5, 6), (0xcba6f7, 5), (0xfab387, 3), (0xa6e3a1, 2), (0xf38ba8, 1),
      (0xff0000, 1), (0x00ff00, 2), (0xffff00, 3), (0x0000ff, 4), (0xff00ff, 5), (0x00ffff, 6),
      (0x00005f, 4),
      // Greys by brightness.
      (0x000000, 0), (0x1e1e2e, 0), (0x6c7086, 8), (0xcdd6f4, 7), (0xffffff, 15),
    ] as [(UInt32, UInt8)]
  )
  func `a colour keeps its hue among 16`(_ hex: UInt32, _ index: UInt8) {
    #expect(NearestColor.of16(RGBColor(hex: hex)) == index)
  }
}

@Suite struct ColorDepthTests {
  private let selected = TerminalStyle(
    foreground: .rgb(RGBColor(hex: 0x89b4fa)),
    background: .rgb(RGBColor(hex: 0x313244)),
    isBold: true
  )

  @Test func `direct colours are told as they are`() {
    let resolved = ColorDepth.trueColor.resolve(selected)

    #expect(resolved.foreground == 0x89b4fa)
    #expect(resolved.background == 0x313244)
  }

  @Test func `a direct colour never means the palette, which has the numbers below 8`() {
    let black = TerminalStyle(foreground: .rgb(RGBColor(hex: 0x000000)), background: .palette(3))

    let resolved = ColorDepth.trueColor.resolve(black)

    #expect(resolved.foreground == 8)
    #expect(resolved.background == 3)
  }

  @Test func `256 colours take the nearest`() {
    let resolved = ColorDepth.palette256.resolve(selected)

    #expect(resolved.foreground == 111)
    #expect(resolved.background == 237)
  }

  @Test func `a place beyond 16 is brought to 16 by its looks`() {
    // 196 is pure red.
    let resolved = ColorDepth.palette16.resolve(TerminalStyle(foreground: .palette(196)))

    #expect(resolved.foreground == 1)
  }

  @Test func `8 colours show a bright one that was asked for as bold`() {
    let resolved = ColorDepth.palette8.resolve(TerminalStyle(foreground: .palette(12)))

    #expect(resolved.foreground == 4)
    #expect(resolved.isBold)
  }

  @Test func `8 colours show grey as the terminal's own, faint`() {
    let resolved = ColorDepth.palette8.resolve(
      TerminalStyle(foreground: .rgb(RGBColor(hex: 0x6c7086)))
    )

    #expect(resolved.foreground == -1)
    #expect(resolved.isDim)
    #expect(!resolved.isBold)
  }

  @Test func `without colours the rest of a style stays`() {
    let resolved = ColorDepth.none.resolve(selected)

    #expect(resolved.foreground == -1)
    #expect(resolved.background == -1)
    #expect(resolved.isBold)
  }

  @Test(arguments: [ColorDepth.trueColor, .palette256, .palette16, .palette8, .none])
  func `the terminal's own colours stay its own`(_ depth: ColorDepth) {
    let resolved = depth.resolve(TerminalStyle())

    #expect(resolved.foreground == -1)
    #expect(resolved.background == -1)
  }
}
