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

  /// Writes the sample into a pipeline, day by day in the order it happened: each step is one of the
  /// person who had the deal then, recorded on its day.
  ///
  /// `stages` are the pipeline's in board order, at least as many as `SampleData.stages`; `people` are
  /// `SampleData.people` in their order. Returns how the customers' people are reached, for whoever
  /// keeps that. Throws what the target throws.
  public static func write(
    to log: any RestoreTarget,
    pipeline: Identifier<SalesPipeline>,
    stages: [Identifier<Stage>],
    people: [Identifier<Person>],
    clock: SampleClock
  ) throws -> [Contact] {
    precondition(stages.count >= Self.stages.count, "The sample needs five stages.")
    precondition(people.count == Self.people.count, "The sample needs its own six people.")
    let sample = SampleDeals(
      today: clock.today,
      pipeline: pipeline,
      stages: stages,
      people: people
    )
    let names = Dictionary(zip(people, Self.people)) { first, _ in first }
    let steps = SampleChronicle(of: sample.scripts).steps
    var deals: [Deal?] = sample.scripts.map { _ in nil }
    var ids = SplitMix64(seed: seed)
    for onOneDay in steps.chunked(by: \.day) {
      for (place, step) in onOneDay.enumerated() {
        let script = sample.scripts[step.script]
        let moment = clock.moment(on: step.day, place: place, of: onOneDay.count)
        try log.begin(
          actor: step.author.flatMap { names[$0] } ?? Self.people[0],
          summary: script.summary(of: step, stages: stages),
          at: moment,
          isImport: false
        )
        for entry in step.entries {
          let id = EventID(at: moment, using: &ids)
          if let deal = deals[step.script] {
            let (day, change) = script.entries[entry - 1]
            deals[step.script] = try log.append(change, id: id, on: day, to: deal)
          } else {
            deals[step.script] = try log.create(script.draft, id: id, on: script.created, as: nil)
          }
        }
      }
    }
    return sample.contacts
  }
}

extension Array {
  /// The runs of neighbours that agree in something.
  fileprivate func chunked(by part: (Element) -> some Equatable) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where part(self[index]) != part(self[index - 1]) {
      chunks.append(self[start..<index])
      start = index
    }
    return isEmpty ? [] : chunks + [self[start...]]
  }
}
