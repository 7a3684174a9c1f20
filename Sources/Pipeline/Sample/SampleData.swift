/// A made-up sales team's eighteen months up to a day, the same for the same day on every machine.
///
/// About 400 deals of six people in two currencies, some 60 of them open; all names are invented.
public enum SampleData {
  /// The team, in the order they came.
  public static var people: [String] { SampleTeam.members.map(\.name) }

  /// The currency of most deals.
  public static let currency = Currency.euro

  /// The stages of the pipeline that the deals go through, in board order: a new workspace's, with
  /// limits.
  public static var stages: [StageTemplate] {
    zip(StageTemplate.defaults, idleLimits).map { template, limit in
      var template = template
      template.idleLimit = limit
      template.stuckLimit = limit * 3
      return template
    }
  }

  /// What the team wants to win in each quarter, in `currency`.
  public static let quarterlyGoal = Money(minorUnits: 50_000_000, currency: currency)

  static let secondCurrency = Currency(code: "USD") ?? .euro
  static let idleLimits = [14, 14, 21, 21, 14]
  static let seed: UInt64 = 0xDEA1_B0A2_D5A3_11E5

  /// Writes the sample into a pipeline, day by day in the order it happened.
  ///
  /// `stages` are the pipeline's in board order, at least as many as `SampleData.stages`.
  /// Throws what the target throws.
  public static func write(
    to target: any ImportTarget,
    pipeline: Identifier<SalesPipeline>,
    stages: [Identifier<Stage>],
    today: Day
  ) throws {
    precondition(stages.count >= Self.stages.count, "The sample needs five stages.")
    let people = try people.map { try target.person(named: $0) }
    let sample = SampleDeals(today: today, pipeline: pipeline, stages: stages, people: people)
    let scripts = sample.scripts
    var deals: [Int: Deal] = [:]
    for entry in chronicle(of: scripts) {
      if let deal = deals[entry.script] {
        let (day, change) = scripts[entry.script].entries[entry.place - 1]
        deals[entry.script] = try target.append(change, on: day, to: deal)
      } else {
        let script = scripts[entry.script]
        deals[entry.script] = try target.create(script.draft, on: script.created)
      }
    }
    for contact in sample.contacts { try target.save(contact) }
  }

  /// Every entry of every script, the creation at place 0, by day, then script, then place.
  private static func chronicle(
    of scripts: [SampleScript]
  ) -> [(day: Day, script: Int, place: Int)] {
    var entries: [(day: Day, script: Int, place: Int)] = []
    for (index, script) in scripts.enumerated() {
      entries.append((script.created, index, 0))
      for (place, entry) in script.entries.enumerated() {
        entries.append((entry.day, index, place + 1))
      }
    }
    return entries.sorted { $0 < $1 }
  }
}
