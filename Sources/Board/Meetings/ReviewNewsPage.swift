import Pipeline

/// What became of the pipeline since the last review: the waterfall, and the deals behind it.
struct ReviewNewsPage {
  private let start: ReviewStart
  private let board: BoardState
  private let width: Int
  /// About how many deals something was decided that stands.
  private let decided: Int
  /// How many deals it takes, and about how many of them nothing is decided.
  private let (total, left): (Int, Int)
  private var words: MeetingWords { board.meetingWords }

  /// The most deals that are named under one heading.
  private static let longest = 30

  init(_ start: ReviewStart, _ session: ReviewSession?, _ board: BoardState, width: Int) {
    self.start = start
    decided = session?.decidedCount ?? 0
    let deals = session?.deals ?? start.queue.entries.map(\.deal.id)
    total = deals.count
    left = deals.count { session?.isDone($0) != true }
    self.board = board
    self.width = width
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: "")
    page.addSentence(since, .strong, width: width)
    if start.goesOn { page.addSentence(brokenOff, .warn, width: width) }
    for (currency, flow) in flows {
      page.addBlank()
      page.add(WaterfallBars(flow: flow, currency: currency, end: end).lines(width: width))
    }
    if !start.news.waterfall.closes {
      page.addSentence(
        phrase("The bars do not add up, which is a fault of this program. Please report it."),
        .bad,
        width: width
      )
    }
    page.addBlank()
    if start.news.items.isEmpty {
      page.addSentence(phrase("No deal moved, closed, slipped or came new."), .dim, width: width)
    } else {
      page.add(items)
    }
    page.addBlank()
    page.addSentence(need, left == 0 ? .good : .warn, width: width)
    return page
  }

  /// How many deals wait for a decision.
  private var need: String {
    if left == 0 { return phrase("No deal needs a decision. space goes to the minutes.") }
    let count = FigureText.grouped(left)
    guard left == total else {
      return phrase("\(count) of \(FigureText.count(total, "deal")) left to decide about.")
    }
    let verb = left == 1 ? phrase("deal needs") : phrase("deals need")
    return phrase("\(count) \(verb) a decision.")
  }

  private var since: String {
    guard let last = start.since else {
      return
        phrase(
          "The first review: what became of the pipeline since \(words.day(start.news.since.day))"
        )
    }
    return phrase("Since the review of \(words.day(last.day))")
  }

  private var brokenOff: String {
    phrase("A review begun on \(words.day(start.draft.began.day)) goes on:")
      + phrase(" \(FigureText.count(decided, "decision")) so far.")
  }

  /// Since a review began its own decisions, and others', have changed what is open.
  private var end: String {
    start.goesOn || decided > 0 ? phrase("open when begun") : phrase("open now")
  }

  /// The currencies' bars, the pipeline's first.
  private var flows: [(currency: Currency, flow: Waterfall.Flow)] {
    let all = start.news.waterfall.byCurrency.map { (currency: $0.currency, flow: $0.value) }
    return all.filter { $0.currency == board.currency }
      + all.filter { $0.currency != board.currency }
  }

  // MARK: Deals

  private var items: [ReportLine] {
    let groups = Dictionary(grouping: start.news.items) { NewsHeading($0.kind) }
    var table = ReportTable([
      .words(""), .words("", least: 12), .numbers("", rank: 1), .words("", rank: 3),
      .words("", least: 14), .words("", rank: 2),
    ])
    for heading in NewsHeading.allCases {
      guard let items = groups[heading] else { continue }
      for (index, item) in items.prefix(Self.longest).enumerated() {
        table.add([
          .init(index == 0 ? heading.text : "", heading.role, .bold),
          .init(item.deal.title),
          .init(item.deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) } ?? "–"),
          .init(words.owner(of: item.deal) ?? "", .dim),
          .init(detail(item), .dim),
          .init(words.otherActor(item).map { phrase("by \($0)") } ?? "", .dim),
        ])
      }
      if items.count > Self.longest {
        let rest = phrase("and \(FigureText.grouped(items.count - Self.longest)) more")
        table.add([.init(""), .init(rest, .dim), .init(""), .init(""), .init(""), .init("")])
      }
    }
    return Array(table.lines(width: width).dropFirst())
  }

  /// What the heading does not say already.
  private func detail(_ item: DealNews) -> String {
    switch item.kind {
    case .won, .created, .deleted: ""
    case .lost(let reason): reason ?? phrase("no reason given")
    case .moved, .reopened, .slipped, .closePassed: words.news(item.kind)
    }
  }
}

extension NewsHeading {
  /// How the heading looks.
  var role: Role {
    switch self {
    case .won: .won
    case .lost: .bad
    case .moved: .accent
    case .slipped: .warn
    case .new: .good
    case .gone: .dim
    }
  }
}
