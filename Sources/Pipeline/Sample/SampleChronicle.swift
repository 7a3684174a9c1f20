/// Who did what when: the scripts' entries as the steps of the people who own the deals, in the
/// order they happened.
struct SampleChronicle {
  /// What one person did for one deal on one day.
  struct Step {
    /// The day.
    let day: Day
    /// The deal, by the place of its script.
    let script: Int
    /// Its entries; 0 is the creation, and those of the script follow from 1 on.
    let entries: Range<Int>
    /// Who did it: the deal's owner then.
    let author: Identifier<Person>?
  }

  /// By day, then by deal.
  let steps: [Step]

  init(of scripts: [SampleScript]) {
    steps = scripts.indices.flatMap { Self.steps(of: scripts[$0], number: $0) }
      .sorted {
        ($0.day, $0.script, $0.entries.lowerBound) < ($1.day, $1.script, $1.entries.lowerBound)
      }
  }

  private static func steps(of script: SampleScript, number: Int) -> [Step] {
    var steps: [Step] = []
    var day = script.created
    var author = script.draft.owner
    var owner = author
    var first = 0
    func end(before next: Int) {
      steps.append(Step(day: day, script: number, entries: first..<next, author: author))
    }
    for (place, entry) in script.entries.enumerated() {
      if entry.day != day || owner != author {
        end(before: place + 1)
        (first, day, author) = (place + 1, entry.day, owner)
      }
      // Who hands a deal over does that as their own last step for it.
      if case .ownerSet(let next) = entry.change { owner = next }
    }
    end(before: script.entries.count + 1)
    return steps
  }
}

extension SampleScript {
  /// What a step did, as its author would call it: the creation, the outcome or the move where there
  /// is one.
  func summary(of step: SampleChronicle.Step, stages: [Identifier<Stage>]) -> String {
    if step.entries.lowerBound == 0 { return "add \(draft.title)" }
    for (_, change) in step.entries.lazy.map({ entries[$0 - 1] }).reversed() {
      if case .won = change { return "win \(draft.title)" }
      if case .lost = change { return "lose \(draft.title)" }
      if case .moved(let stage) = change {
        let name = stages.firstIndex(of: stage).map { SampleData.stages[$0].name }
        return "move \(draft.title)" + (name.map { " to \($0)" } ?? "")
      }
    }
    return "work on \(draft.title)"
  }
}
