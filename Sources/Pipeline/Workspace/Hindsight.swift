/// That a past day is not as it was recorded: it lies before history begins, or shows deals as a later
/// import brought them (NUMBERS.md, "Ground rules").
public struct Hindsight: Hashable, Sendable {
  /// The past day.
  public let day: Day
  /// The day on which history begins, that of an import or of the first deal; after `day`.
  public let historyBegins: Day
  /// How many of the deals of the day are known only as they stood at an import, of all that there
  /// were; of a day before the first deal 0 of 0.
  public let deals: Share

  /// Marks a day.
  public init(day: Day, historyBegins: Day, deals: Share = Share(0, of: 0)) {
    self.day = day
    self.historyBegins = historyBegins
    self.deals = deals
  }
}
