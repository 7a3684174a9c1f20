import Pipeline

/// What others did is said once nothing else is to be read, the newest of it.
extension BoardState {
  /// Says what others did meanwhile, where the status line has room for it by now.
  mutating func sayHeldNews() {
    guard let heldNews, asOf == nil, givesWayToNews else { return }
    message = Message(.news, heldNews)
    self.heldNews = nil
  }

  /// Whether what the status line says may be replaced by what others did: older news at once, what
  /// was done here when it was to be read for three seconds, and no question or failure.
  private var givesWayToNews: Bool {
    switch message?.kind {
    case .news, nil: true
    case .done: wallClock.now.milliseconds - messageSince.milliseconds >= 3_000
    case .notice, .refused, .failed: false
    }
  }

  /// Whether the board is to be told of every second that passes: a clock is shown that runs, or
  /// news wait until what was done here is read.
  public var heedsSeconds: Bool {
    showsSeconds || (heldNews != nil && asOf == nil && message?.kind == .done)
  }
}
