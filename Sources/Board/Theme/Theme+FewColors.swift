extension Theme {
  /// The theme for a terminal that has 16 colours or fewer.
  ///
  /// Those 16 are the user's own choice and differ from what a theme was made with, so its
  /// backgrounds are not to be had: the board keeps the terminal's own, what is selected is
  /// reversed, what is carried stands on yellow. On those surfaces ordinary text is the only colour
  /// that surely reads. A grey ink becomes the terminal's own text or its grey.
  public var forFewColors: Theme {
    var theme = self
    for (role, ink) in inks where ink.color?.isGrey == true {
      theme.inks[role]?.color = role.isQuiet ? .hex(0x6C7086) : nil
    }
    for (surface, paint) in paints where paint.background != .terminal {
      theme.paints[surface] = surface.paintOfFewColors
    }
    for (surface, paint) in theme.paints where paint.hidesInks {
      for role in Role.allCases {
        theme.paints[surface]?.inks[role] = Ink(nil, inks[role]?.attributes ?? [])
      }
    }
    return theme
  }
}

extension Theme.Paint {
  /// Whether it leaves no sure contrast for a colour that was chosen for the board.
  fileprivate var hidesInks: Bool { background != .terminal || attributes.contains(.reverse) }
}

extension Role {
  /// Whether text of it is to be read last, so that grey becomes it.
  fileprivate var isQuiet: Bool { self == .dim || self == .rule || self == .later }
}

extension Surface {
  fileprivate var paintOfFewColors: Theme.Paint {
    switch self {
    case .base, .bar, .overlay: Theme.Paint()
    case .selection: Theme.Paint(.reverse)
    case .badge: Theme.Paint([.reverse, .bold])
    case .field: Theme.Paint(.underline)
    case .grab: Theme.Paint(foreground: .hex(0), background: .hex(0xCDCD00), .bold)
    case .match: Theme.Paint(foreground: .hex(0), background: .hex(0xCDCD00))
    }
  }
}
