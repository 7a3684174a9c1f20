extension Day {
  /// The date in figures, in the way of a language: `2026-03-31`, in Dutch `31-3-2026`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: description
    case .dutch: "\(dayOfMonth)-\(month)-\(year)"
    }
  }
}
