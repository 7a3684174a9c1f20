/// What a whole workspace is set to.
public struct WorkspaceSettings: Hashable, Sendable {
  /// The time zone whose calendar every day is of, by its IANA name: `Europe/Amsterdam`.
  public var timeZone: String
  /// The currency of a deal that names none, shown first.
  public var currency: Currency

  /// Makes settings.
  public init(timeZone: String, currency: Currency) {
    self.timeZone = timeZone
    self.currency = currency
  }
}
