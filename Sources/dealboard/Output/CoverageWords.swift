import Interchange
import Pipeline

/// Whether a goal is covered, for a program and for a person.
struct CoverageWords {
  private let coverage: Coverage
  private let owner: String?

  /// Words a coverage; `names` has the goal's owner.
  init(_ coverage: Coverage, names: StructureNames) {
    self.coverage = coverage
    owner = names.name(of: coverage.goal.owner)
  }

  /// What the goal is called: `goal:2026-Q2`, `goal:2026-Q2 Ana`.
  var name: String {
    "goal:\(coverage.goal.period)" + (owner.map { " \($0)" } ?? "")
  }

  /// The answer, with whose goal it is where that is one owner's.
  var sentence: String {
    owner.map { "\($0): \(coverage.sentence)" } ?? coverage.sentence
  }

  /// How the answer is drawn.
  var style: StyledText.Style {
    switch coverage.verdict {
    case .reached, .enough: .good
    case .short, .noValue, .over: .warning
    case .noRate: .dim
    }
  }

  /// Everything that the answer rests on.
  var json: JSONValue {
    .named([
      "period": .string(coverage.goal.period.description),
      "owner": JSONValue(owner),
      "currency": JSONValue(coverage.currency?.code),
      "goal": amount(coverage.target),
      "won": amount(coverage.amount(coverage.won)),
      "remaining": amount(coverage.remaining),
      "due": amount(coverage.amount(coverage.due)),
      "overdue": amount(coverage.amount(coverage.overdue)),
      "have": JSONValue(coverage.have),
      "need": JSONValue(coverage.need),
      "rate_by": .string(coverage.basis.rawValue),
      "rate": JSONValue(coverage.rate),
      "missing_deals": JSONValue(missing),
      "last_useful_day": JSONValue(coverage.lastUsefulDay),
      "verdict": .string(coverage.verdict.name),
      "sentence": .string(coverage.sentence),
    ])
  }

  private var missing: Int? {
    switch coverage.verdict {
    case .short(let deals): deals
    case .reached, .enough: 0
    case .over, .noValue, .noRate: nil
    }
  }

  private func amount(_ amount: Int128) -> JSONValue {
    coverage.currency.map { JSONValue(amount, in: $0) } ?? JSONValue(amount)
  }
}
