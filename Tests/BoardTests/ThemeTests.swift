import Board
import Testing

@Suite struct `A theme on few colours` {
  private let theme = Theme(
    name: "sea",
    inks: [
      .dim: Theme.Ink(.hex(0x9399B2)), .chart: Theme.Ink(.hex(0xCDD6F4)),
      .good: Theme.Ink(.hex(0xA6E3A1), .bold),
    ],
    paints: [
      .base: Theme.Paint(foreground: .hex(0xD8DEE9), background: .hex(0x2E3440)),
      .selection: Theme.Paint(foreground: .hex(0xFFFFFF), background: .hex(0x434C5E)),
      .grab: Theme.Paint(foreground: .hex(0xF9E2AF), background: .hex(0x45475A)),
      .field: Theme.Paint(.underline),
    ]
  ).forFewColors

  @Test func `keeps the terminal's background and text`() {
    #expect(theme.look(of: .plain) == Look(foreground: .terminal, background: .terminal))
  }

  @Test func `reverses what is selected, and has no colour on it`() {
    let look = theme.look(of: Style(.good, on: .selection))

    #expect(look.foreground == .terminal && look.background == .terminal)
    #expect(look.attributes == [.reverse, .bold])
  }

  @Test func `puts what is carried on yellow`() {
    let look = theme.look(of: Style(.text, on: .grab))

    #expect(look.foreground == .hex(0x000000) && look.background == .hex(0xCDCD00))
  }

  @Test func `keeps hues, and greys only where text is to be read last`() {
    #expect(theme.look(of: Style(.good)).foreground == .hex(0xA6E3A1))
    #expect(theme.look(of: Style(.dim)).foreground == .hex(0x6C7086))
    #expect(theme.look(of: Style(.chart)).foreground == .terminal)
  }

  @Test func `leaves a surface without a background as it is`() {
    #expect(theme.look(of: Style(.text, on: .field)).attributes == .underline)
  }
}
