/// The standup's clock: how much of the whole time is left, and how much of it is whose.
///
/// It knows no time of its own: moments come in, and what it says follows from them. It starts at
/// the first key and can be stopped and started again.
public struct StandupTimer: Hashable, Sendable {
  /// How long the whole standup may take, in milliseconds: 15 minutes.
  public static let standardLimit: Int64 = 15 * 60 * 1000

  /// How long it may take, in milliseconds.
  public let limit: Int64
  /// Milliseconds that ran before the last start.
  private var counted: Int64 = 0
  /// When it was started last; `nil` while it stands still.
  private var runningSince: Instant?
  /// Milliseconds that had run when the present person's turn began.
  private var turnBegan: Int64 = 0
  /// How many turns are left, the present one included.
  private var turnsLeft: Int

  /// A clock that stands still, for so many turns, after so many milliseconds that it ran before.
  public init(turns: Int, limit: Int64 = StandupTimer.standardLimit, counted: Int64 = 0) {
    self.limit = limit
    self.counted = counted
    turnBegan = counted
    turnsLeft = max(1, turns)
  }

  /// Whether it runs.
  public var isRunning: Bool { runningSince != nil }

  /// Whether it was ever started.
  public var hasBegun: Bool { isRunning || counted > 0 }

  /// Starts, or goes on after a pause; a clock that runs goes on running.
  public mutating func start(at now: Instant) {
    if runningSince == nil { runningSince = now }
  }

  /// Stops until it is started again.
  public mutating func pause(at now: Instant) {
    counted = elapsed(at: now)
    runningSince = nil
  }

  /// Begins another person's turn, with so many turns left including it.
  public mutating func beginTurn(turnsLeft: Int, at now: Instant) {
    turnBegan = elapsed(at: now)
    self.turnsLeft = max(1, turnsLeft)
  }

  /// Milliseconds that have run; a clock that was set back takes nothing away.
  public func elapsed(at now: Instant) -> Int64 {
    counted + (runningSince.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0)
  }

  /// Milliseconds left of the whole; below 0 once it is over.
  public func left(at now: Instant) -> Int64 { limit - elapsed(at: now) }

  /// Milliseconds that the present turn may take: what was left when it began, divided by the turns
  /// that were; 0 where nothing was left.
  public var turnLimit: Int64 { max(0, limit - turnBegan) / Int64(turnsLeft) }

  /// Milliseconds that the present turn has taken.
  public func turnElapsed(at now: Instant) -> Int64 { elapsed(at: now) - turnBegan }

  /// Milliseconds left of the present turn; below 0 once it is over.
  public func turnLeft(at now: Instant) -> Int64 { turnLimit - turnElapsed(at: now) }
}
