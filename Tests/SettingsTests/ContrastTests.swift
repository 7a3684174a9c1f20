import Board
import Testing

@testable import Settings

@Suite struct `The contrast of two colours` {
  @Test(
    arguments: [
      // By definition: (1 + 0.05) / (0 + 0.05).
      (0xFFFFFF, 0x000000, 21.0),
      (0x123456, 0x123456, 1.0),
      // The grey that WCAG's own examples name as the faintest text on white.
      (0x767676, 0xFFFFFF, 4.54),
      // Pure red: 0.2126; (1.05) / (0.2626).
      (0xFF0000, 0xFFFFFF, 3.998),
    ] as [(UInt32, UInt32, Double)]
  )
  func `is WCAG's ratio, whichever comes first`(
    _ one: UInt32,
    _ other: UInt32,
    _ ratio: Double
  )
    throws
  {
    let there = try #require(Contrast.ratio(.hex(one), .hex(other)))
    let back = try #require(Contrast.ratio(.hex(other), .hex(one)))

    #expect(abs(there - ratio) < 0.01)
    #expect(there == back)
  }

  @Test func `is unknown where one is the terminal's own`() {
    #expect(Contrast.ratio(.terminal, .hex(0)) == nil)
  }

  @Test func `is named where it is too little`() throws {
    // #777777 on white: luminance 0.1845, so 1.05 / 0.2345 = 4.478, cut to 4.4.
    let theme = Theme(
      name: "faint",
      paints: [.base: Theme.Paint(foreground: .hex(0x777777), background: .hex(0xFFFFFF))]
    )

    let sentences = FaintText.found(in: theme).map(\.sentence)

    #expect(
      sentences == [
        "text on base has a contrast of 4.4 to 1, and reads well from 4.5 on.",
        "strong on base has a contrast of 4.4 to 1, and reads well from 4.5 on.",
      ]
    )
  }
}
