import Pipeline

/// All that the first line is drawn from.
struct TitleContent: Equatable, Sendable {
  /// Whether there is no file yet, and so nothing to say but the program's name.
  let isFirstRun: Bool
  let pipeline: String
  let hasOtherPipelines: Bool
  /// The past day that is looked at; `nil`: today.
  let asOf: Day?
  /// Why that day is hindsight; `nil` where it was recorded.
  let hindsight: Hindsight?
  let isSample: Bool
  /// What the board is narrowed by, where it does not show all: `mine acme`.
  let narrowing: String
  /// Whether the totals under the filter are still being counted.
  let isCounting: Bool
  /// Whether the deals that the choice lets through are still looked for, and those shown are older.
  let isOlder: Bool
  /// The open deals that are shown.
  let open: OpenDeals
  /// The same if what is carried were dropped; `nil` while nothing is.
  let dropped: OpenDeals?
  /// All open deals of the pipeline, where not all are shown.
  let all: OpenDeals?
  /// The open deals shown in stages that were put away, which no column has: on past days.
  let putAway: [NameAndCount]
  /// The currency that comes first.
  let currency: Currency

  init(_ board: borrowing BoardState) {
    isFirstRun = board.layers.contains(FirstRunLayer.self)
    pipeline = board.pipeline.name
    hasOtherPipelines = board.workspace.pipelines.count > 1
    asOf = board.asOf
    hindsight = board.hindsight
    isSample = board.isSample
    narrowing = Self.words(of: board.narrowing, board)
    isCounting = board.isFilterPending
    isOlder = board.awaitedNarrowing != nil
    open = board.figures.open
    dropped = board.figuresIfDropped?.open
    all = board.narrowing.isEmpty ? nil : board.workspace.live(board.pipelineID).open
    let figures = board.figures
    putAway = zip(figures.pipeline.archivedStages, figures.putAway).compactMap { stage, open in
      open.deals > 0 ? NameAndCount(name: stage.name, count: open.deals) : nil
    }
    currency = board.currency
  }

  /// A stage and how many deals stand in it.
  struct NameAndCount: Equatable, Sendable {
    let name: String
    let count: Int
  }

  private static func words(of narrowing: Narrowing, _ board: BoardState) -> String {
    var parts: [String] = []
    if let owner = narrowing.owner {
      parts.append(
        owner == board.me ? phrase("mine") : board.workspace.person(owner)?.name ?? phrase("owner")
      )
    }
    if !narrowing.filterText.isEmpty { parts.append(narrowing.filterText) }
    return parts.joined(separator: " ")
  }
}
