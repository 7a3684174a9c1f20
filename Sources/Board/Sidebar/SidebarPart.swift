import Pipeline

/// A block of the sidebar that is worded when it is to be seen.
struct SidebarPart {
  /// What the block is about.
  enum Name: Hashable, Sendable {
    case pipeline
    /// A stage, counted from 0.
    case stage(Int)
    case attention
    case owners
    /// What was won in a currency beside the pipeline's own.
    case won(Currency)
    /// A goal of the running period, counted from 0.
    case goal(Int)
    case conversion
    case wonByWeek
    case activity

    /// Whether it says the live numbers and nothing else.
    var isOfNumbersAlone: Bool {
      switch self {
      case .pipeline, .stage, .attention, .owners, .won: true
      case .goal, .conversion, .wonByWeek, .activity: false
      }
    }
  }

  let name: Name
  let words: () -> SidebarBlock

  init(_ name: Name, words: @escaping () -> SidebarBlock) {
    self.name = name
    self.words = words
  }
}
