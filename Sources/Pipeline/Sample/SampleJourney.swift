/// The way of one deal through the stages, before it has dates.
struct SampleJourney {
  /// What happens at a point of the way; stages count from 0.
  enum Turn: Equatable {
    case entered(Int)
    case won
    case lost
    case reopened
  }

  /// What a deal brings along.
  struct Odds {
    /// Whether the customer bought before.
    var isExisting = false
    /// Whether the deal came in after the team had changed its ways.
    var isRecent = false
    /// Percent points that the owner loses less of at each stage.
    var skill = 0
  }

  /// The turns in order, each with the days since the one before; the first enters a stage.
  private(set) var turns: [(days: Int, turn: Turn)] = []

  /// Percent of the deals of a stage that are lost in it.
  private static let losses = (new: [38, 32, 30, 30, 22], existing: [21, 18, 18, 18, 15])
  /// Days that a deal that goes on spends in a stage: quantiles, lowest first.
  private static let stays = [
    [1, 3, 5, 7, 10, 14, 19, 29, 45],
    [4, 8, 11, 15, 19, 25, 33, 44, 70],
    [4, 8, 12, 15, 20, 26, 34, 46, 72],
    [5, 10, 15, 20, 26, 33, 42, 56, 85],
    [3, 6, 10, 14, 19, 25, 33, 45, 70],
  ]

  /// Goes the whole way to an outcome.
  init(odds: Odds, dice: inout SampleDice) {
    var stage = odds.isExisting ? dice.pick([0, 1, 1, 3]) : 0
    var wasReopened = false
    var wentBack = false
    turns = [(0, .entered(stage))]
    while true {
      let loss =
        (odds.isExisting ? Self.losses.existing : Self.losses.new)[stage]
        - odds.skill - (odds.isRecent ? 2 : 0)
      let pace = odds.isRecent ? 83 : 96
      let stay = dice.quantile(of: Self.stays[stage]) * pace / 100
      if dice.happens(percent: loss) {
        // What is lost is mostly let lie for a while first.
        turns.append((stay * 3 / 2 + dice.number(in: 2...20), .lost))
        guard !wasReopened, stage > 0, dice.happens(percent: 8) else { return }
        wasReopened = true
        turns.append((dice.number(in: 20...75), .reopened))
      } else if stage == 4 {
        turns.append((stay, .won))
        return
      } else {
        let step = Self.step(from: stage, mayGoBack: !wentBack, dice: &dice)
        wentBack = wentBack || step < 0
        stage += step
        turns.append((stay, .entered(stage)))
      }
    }
  }

  /// Goes as far as a stage, along the plain way.
  init(upTo last: Int, dice: inout SampleDice) {
    turns = [(0, .entered(0))]
    for stage in 0..<last {
      turns.append((dice.quantile(of: Self.stays[stage]), .entered(stage + 1)))
    }
  }

  /// Adds an outcome after a stay in the last stage.
  mutating func end(with turn: Turn, dice: inout SampleDice) {
    turns.append((dice.number(in: 6...24), turn))
  }

  private static func step(from stage: Int, mayGoBack: Bool, dice: inout SampleDice) -> Int {
    if stage > 0, mayGoBack, dice.happens(percent: 6) { return -1 }
    return stage < 3 && dice.happens(percent: 7) ? 2 : 1
  }

  /// The turns up to today, each on a working day, where the first is on `day`.
  func dated(from day: Day, calendar: SampleCalendar) -> [(day: Day, turn: Turn)] {
    var day = day
    var dated: [(day: Day, turn: Turn)] = []
    for (days, turn) in turns {
      day = days == 0 ? day : SampleCalendar.workday(onOrAfter: day + days)
      guard day <= calendar.today else { break }
      dated.append((day, turn))
    }
    return dated
  }

  /// The turns where the last is on `day`, be that a working day or not.
  func dated(endingOn day: Day) -> [(day: Day, turn: Turn)] {
    var day = day
    var dated: [(day: Day, turn: Turn)] = []
    for (days, turn) in turns.reversed() {
      dated.append((day, turn))
      day = SampleCalendar.workday(onOrBefore: day - days)
    }
    return dated.reversed()
  }
}
