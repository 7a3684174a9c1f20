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
    let flows = flows
    for (currency, flow) in flows {
      page.addBlank()
      page.add(bars(of: flow, currency))
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

  /// The currencies' bars, the pipeline's first.
  private var flows: [(currency: Currency, flow: Waterfall.Flow)] {
    let all = start.news.waterfall.byCurrency.map { (currency: $0.currency, flow: $0.value) }
    return all.filter { $0.currency == board.currency }
      + all.filter { $0.currency != board.currency }
  }

  // MARK: Waterfall

  /// One currency's bars: each begins where the one before it ended.
  private func bars(of flow: Waterfall.Flow, _ currency: Currency) -> [ReportLine] {
    let causes = Waterfall.Cause.allCases.filter { flow[$0].deals > 0 }
    var running = flow.start.minorUnits
    var rows: [(name: String, bar: Waterfall.Bar, from: Int128, to: Int128, role: Role)] = [
      (phrase("open then"), flow.start, 0, running, .chart)
    ]
    for cause in causes {
      let bar = flow[cause]
      let next = running + (cause.sign == "+" ? bar.minorUnits : -bar.minorUnits)
      let role: Role = cause == .won ? .won : cause.sign == "+" ? .good : .bad
      rows.append(("\(cause.sign) \(phrase(named: cause))", bar, running, next, role))
      running = next
    }
    // Since a review began its own decisions, and others', have changed what is open.
    let end = start.goesOn || decided > 0 ? phrase("open when begun") : phrase("open now")
    rows.append((end, flow.end, 0, flow.end.minorUnits, .chart))
    let most = rows.map { max($0.from, $0.to) }.max() ?? 0
    let value = width >= 60 ? 14 : 9
    let first = 16 + 7 + value + 2
    let room = width - first
    func column(_ amount: Int128) -> Int {
      most == 0 ? 0 : Int(Double(amount) / Double(most) * Double(room))
    }
    let heading = ReportLine([
      ReportCell(column: 0, width: 16, .text(currency.code), .dim),
      ReportCell(column: 16, width: 6, .right(phrase("deals")), .dim),
      ReportCell(column: 23, width: value, .right(phrase("value")), .dim),
    ])
    return [heading]
      + rows.map { row in
        var cells = [
          ReportCell(column: 0, width: 15, .text(row.name), row.role == .chart ? .strong : .text),
          ReportCell(column: 16, width: 6, .right(FigureText.grouped(row.bar.deals))),
          ReportCell(
            column: 23,
            width: value,
            .right(amount(row.bar.minorUnits, currency)),
            .strong,
            .bold
          ),
        ]
        let (low, high) = (column(min(row.from, row.to)), column(max(row.from, row.to)))
        // What came or went shows, however little it is.
        if room >= 10, high > low || row.bar.minorUnits > 0 {
          cells.append(
            ReportCell(
              column: first + min(low, room - 1),
              width: max(1, high - low),
              .bar(1),
              row.role
            )
          )
        }
        return ReportLine(cells)
      }
  }

  private func amount(_ minorUnits: Int128, _ currency: Currency) -> String {
    width >= 60
      ? MoneyText.full(Money(minorUnits: Int64(clamping: minorUnits), currency: currency))
      : MoneyText.short(minorUnits, currency)
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
