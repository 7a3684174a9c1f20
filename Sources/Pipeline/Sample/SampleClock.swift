/// The day and the moment that the sample is made up for, in the zone of its workspace.
public struct SampleClock: Sendable {
  /// The day up to which things happen.
  public let today: Day
  /// The present moment, after which nothing is recorded.
  public let now: Instant
  private let secondsFromUTC: @Sendable (Instant) -> Int

  /// A clock that stands still; `secondsFromUTC` says how far a zone is ahead at a moment.
  public init(
    today: Day,
    now: Instant,
    secondsFromUTC: @escaping @Sendable (Instant) -> Int = { _ in 0 }
  ) {
    self.today = today
    self.now = now
    self.secondsFromUTC = secondsFromUTC
  }

  /// The moment at which the step at a place, from 0, of so many on a day was recorded: between nine
  /// and five, in their order.
  func moment(on day: Day, place: Int, of count: Int) -> Instant {
    let noon = Int64(day.number) * 86_400_000 + 43_200_000
    let offset = Int64(secondsFromUTC(Instant(milliseconds: noon))) * 1_000
    let sinceNine = Int64(8 * 3_600_000 * place / max(1, count))
    return min(Instant(milliseconds: noon - offset - 3 * 3_600_000 + sinceNine), now)
  }
}
