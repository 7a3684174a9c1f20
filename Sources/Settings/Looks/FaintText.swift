public import Board

/// Text of a theme that is hard to read where the theme paints what it stands on.
///
/// A matter of taste to a point, so it is advice and no mistake. Lines between columns are meant to
/// be faint and not looked at.
public struct FaintText: Hashable, Sendable {
  /// What the text is.
  public let role: Role
  /// What it stands on.
  public let surface: Surface
  /// The contrast ratio of the two colours.
  public let contrast: Double
  /// The ratio that text of this role needs.
  public let needed: Double

  /// The faint texts of a theme, surface by surface.
  public static func found(in theme: Theme) -> [FaintText] {
    Surface.allCases.flatMap { surface in
      Role.allCases.compactMap { role in
        let look = theme.look(of: Style(role, on: surface))
        guard role != .rule, let contrast = Contrast.ratio(look.foreground, look.background) else {
          return nil
        }
        let needed = role.needsContrast
        guard contrast < needed else { return nil }
        return FaintText(role: role, surface: surface, contrast: contrast, needed: needed)
      }
    }
  }

  /// What is faint, in a sentence.
  public var sentence: String {
    "\(role.name) on \(surface.name) has a contrast of \(Self.text(contrast)) to 1,"
      + " and reads well from \(Self.text(needed)) on."
  }

  /// With one decimal, cut and not rounded, so that 4.49 does not look like enough.
  private static func text(_ ratio: Double) -> String {
    let tenths = Int(ratio * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Role {
  /// The contrast that text of it needs: less for signs, headings and what is to be read last.
  fileprivate var needsContrast: Double {
    self == .text || self == .strong ? Contrast.ofText : Contrast.ofSigns
  }
}
