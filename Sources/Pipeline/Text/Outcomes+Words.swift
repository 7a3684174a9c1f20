extension Outcomes {
  /// Why there is no age at win, where there is none: nothing was won, or no win's creation is known.
  public var noAgeAtWin: String {
    won > 0 ? phrase("no creation day is known") : phrase("none won")
  }

  /// Why there is no age at loss, where there is none.
  public var noAgeAtLoss: String {
    lost > 0 ? phrase("no creation day is known") : phrase("none lost")
  }
}
