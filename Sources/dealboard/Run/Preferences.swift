import Board

/// The looks that the program brings with it.
enum BuiltInThemes {
  /// The themes that `T` walks through, the default first.
  static let all: [Theme] = [dark, light, mono]

  /// The default, for dark backgrounds; it never paints the background.
  private static let dark = make(
    "default",
    text: 0xF9E2AF,
    stages: [0x89B4FA, 0x94E2D5, 0xCBA6F7, 0xFAB387, 0xF5C2E7],
    won: 0xA6E3A1,
    warn: 0xF9E2AF,
    bad: 0xF38BA8,
    dim: 0x7F849C,
    rule: 0x585B70,
    selection: (0xFFFFFF, 0x313244),
    grab: (0xF9E2AF, 0x45475A),
    bar: (0xCDD6F4, 0x1E1E2E)
  )

  /// The twin for light backgrounds.
  private static let light = make(
    "light",
    isLight: true,
    text: 0x875F00,
    stages: [0x005FAF, 0x00677A, 0x875FAF, 0x9A4C00, 0x8B2A6B],
    won: 0x2E7D00,
    warn: 0x8A5A00,
    bad: 0xC00020,
    dim: 0x5F5F5F,
    rule: 0x9E9E9E,
    selection: (0x000000, 0xDADADA),
    grab: (0x000000, 0xFFE9A8),
    bar: (0x202020, 0xE4E4E4)
  )

  private static func make(
    _ name: String,
    isLight: Bool = false,
    text key: UInt32,
    stages: [UInt32],
    won: UInt32,
    warn: UInt32,
    bad: UInt32,
    dim: UInt32,
    rule: UInt32,
    selection: (UInt32, UInt32),
    grab: (UInt32, UInt32),
    bar: (UInt32, UInt32)
  ) -> Theme {
    func ink(_ color: UInt32, _ attributes: Theme.Attributes = []) -> Theme.Ink {
      Theme.Ink(.hex(color), attributes)
    }
    func paint(_ colors: (UInt32, UInt32)) -> Theme.Paint {
      Theme.Paint(foreground: .hex(colors.0), background: .hex(colors.1))
    }
    return Theme(
      name: name,
      isLight: isLight,
      inks: [
        .strong: Theme.Ink(nil, .bold), .dim: ink(dim), .accent: ink(stages[0], .bold),
        .rule: ink(rule), .stage1: ink(stages[0]), .stage2: ink(stages[1]),
        .stage3: ink(stages[2]), .stage4: ink(stages[3]), .stage5: ink(stages[4]),
        .won: ink(won), .good: ink(won), .warn: ink(warn), .bad: ink(bad), .later: ink(dim),
        .key: ink(stages[0], .bold), .chart: ink(stages[2]), .chartSecond: ink(stages[0]),
        .cursor: ink(stages[0]), .carried: ink(key),
      ],
      paints: [
        .selection: paint(selection), .grab: paint(grab), .bar: paint(bar),
        .badge: Theme.Paint(foreground: .hex(bar.1), background: .hex(stages[0])),
        .overlay: paint(bar), .field: paint(selection), .match: paint(grab),
      ]
    )
  }

  /// Emphasis alone, for terminals without colours.
  private static let mono = Theme(
    name: "mono",
    inks: [
      .strong: Theme.Ink(nil, .bold), .dim: Theme.Ink(nil, .dim), .accent: Theme.Ink(nil, .bold),
      .key: Theme.Ink(nil, .bold),
    ],
    paints: [
      .selection: Theme.Paint(.reverse), .grab: Theme.Paint([.reverse, .bold]),
      .badge: Theme.Paint(.reverse), .field: Theme.Paint(.underline),
      .match: Theme.Paint(.reverse),
    ]
  )
}
