extension DealHistory {
  /// The deal's long notes as known at the end of a day; `nil` where none were written.
  ///
  /// A deal does not hold them, so that a board with all its deals in memory does not hold all that
  /// was ever written about them.
  public func longNotes(asOf day: Day = .last) -> String? {
    for event in standing(asOf: day).reversed() {
      if case .longNotesSet(let text) = event.change { return text }
    }
    return nil
  }
}
