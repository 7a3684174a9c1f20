internal import Pipeline

/// The stages of a pipeline that is made from a file, in board order.
///
/// Those that were asked for come first; then those that the file numbers; then those that the
/// default pipeline has, in its order; then the others by the share of their deals that are won,
/// rising, ties by first appearance.
struct StageOrder {
  private(set) var stages: [StageTemplate] = []
  private(set) var reasons: [ImportPlan.Reason] = []

  init(of counts: [ImportSurvey.StageCount], asked: [String]) {
    var rest = counts
    for name in asked {
      rest.removeAll { FoldedName($0.name) == FoldedName(name) }
      append(name, .asked)
    }
    for count in Self.numbered(rest) {
      rest.removeAll { FoldedName($0.name) == FoldedName(count.name) }
      append(count.name, .numbered)
    }
    for template in StageTemplate.defaults {
      guard let place = rest.firstIndex(where: { FoldedName($0.name) == FoldedName(template.name) })
      else { continue }
      append(rest.remove(at: place).name, .defaultOrder)
    }
    // Shares are compared by cross-multiplying, which rounds nothing.
    let rising = rest.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.won * second.deals, left.offset) < (second.won * first.deals, right.offset)
    }
    for count in rising.map(\.element) {
      append(count.name, .winShare(won: count.won, of: count.deals))
    }
    if stages.isEmpty {
      for template in StageTemplate.defaults { append(template.name, .defaultOrder) }
    }
  }

  /// The stages that the file numbers, by their numbers, ties by first appearance.
  static func numbered(_ counts: [ImportSurvey.StageCount]) -> [ImportSurvey.StageCount] {
    let numbered = counts.enumerated().compactMap { place, count in
      count.number.map { (number: $0, place: place, count: count) }
    }
    return numbered.sorted { ($0.number, $0.place) < ($1.number, $1.place) }.map(\.count)
  }

  /// A stage with the default's probability where the default pipeline has one of its name.
  static func template(named name: String) -> StageTemplate {
    let same = StageTemplate.defaults.first { FoldedName($0.name) == FoldedName(name) }
    return StageTemplate(name: name, probability: same?.probability)
  }

  private mutating func append(_ name: String, _ reason: ImportPlan.Reason) {
    stages.append(Self.template(named: name))
    reasons.append(reason)
  }
}
