import Pipeline

/// The deals that a step changed, as far as what is said of it needs them: counted one by one, so that
/// a step over many costs no more than one over a few.
struct StepSubjects: Sendable {
  /// How many deals it changed.
  private(set) var count = 0
  /// How many of them are told apart from the others.
  private(set) var apart = 0
  /// The first of them, as it was before.
  private(set) var first: Deal?
  private let isApart: @Sendable (Deal) -> Bool

  /// No deals yet; those that the rule holds of are told apart.
  init(_ isApart: @escaping @Sendable (Deal) -> Bool) {
    self.isApart = isApart
  }

  /// Counts a deal as it was before the step.
  mutating func add(_ deal: Deal) {
    count += 1
    if isApart(deal) { apart += 1 }
    if first == nil { first = deal }
  }

  /// The title, where it is one deal alone.
  var only: String? { count == 1 ? first?.title : nil }

  /// All of them in a word or two: a title, or how many.
  var what: String { only ?? FigureText.count(count, "deal") }
}
