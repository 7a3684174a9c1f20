import Pipeline

/// What the sidebar says, block by block: the pipeline's numbers, the focused stage's, and the rest
/// in the order of what is asked most.
///
/// Each block is worded once it is to be seen, and again when what it says may have changed: wording
/// all of them would cost more than all else of a key press.
struct SidebarBlocks: Sendable {
  private(set) var content: SidebarContent
  private var worded: [SidebarPart.Name: SidebarBlock] = [:]
  private var numbers: SidebarNumbers { content.numbers }
  private var figures: LiveFigures { content.numbers.figures }

  init(_ content: SidebarContent) {
    self.content = content
  }

  /// Says something else from now on.
  mutating func say(_ content: SidebarContent) {
    guard content != self.content else { return }
    let areNumbersSame = content.numbers == self.content.numbers
    self.content = content
    worded = areNumbersSame ? worded.filter(\.key.isOfNumbersAlone) : [:]
  }

  /// All blocks while the focus is in a column, or something is carried to it.
  mutating func blocks(at place: ColumnPlace) -> [SidebarBlock] {
    parts(at: place).map { block($0) }
  }

  /// Those for which there is room, in their order, with a row for how many have none.
  ///
  /// The first two always stand, cut where they must be. Lines that can be spared stand where all
  /// blocks have room.
  mutating func fitting(at place: ColumnPlace, rows: Int) -> (blocks: [SidebarBlock], left: Int) {
    let parts = parts(at: place)
    if let all = whole(parts, rows: rows) { return (all, 0) }
    var shown = fitting(parts, rows: rows)
    if shown.count < parts.count { shown = fitting(parts, rows: rows - 1) }
    return (shown, parts.count - shown.count)
  }

  /// All blocks with all their lines; `nil` where they have no room.
  private mutating func whole(_ parts: [SidebarPart], rows: Int) -> [SidebarBlock]? {
    var blocks: [SidebarBlock] = []
    var used = -1
    for part in parts {
      let block = block(part)
      used += block.rows + 1
      guard used <= rows else { return nil }
      blocks.append(block)
    }
    return blocks
  }

  private mutating func fitting(_ parts: [SidebarPart], rows: Int) -> [SidebarBlock] {
    var blocks: [SidebarBlock] = []
    var used = 0
    for (index, part) in parts.enumerated() where index < 2 || used + SidebarBlock.least <= rows {
      var block = block(part)
      block.lines.removeAll(where: \.isSpare)
      guard index < 2 || used + block.rows <= rows else { continue }
      blocks.append(block)
      used += block.rows + 1
    }
    return blocks
  }

  /// What there is to be said, in the order of what is asked most.
  private func parts(at place: ColumnPlace) -> [SidebarPart] {
    var parts = [SidebarPart(.pipeline) { pipeline }]
    if case .stage(let index) = place, figures.stages.indices.contains(index) {
      parts.append(SidebarPart(.stage(index)) { stage(at: index) })
    }
    if !attentionCounts.isEmpty { parts.append(SidebarPart(.attention) { attention }) }
    parts += SidebarReportBlocks(content)?.parts ?? []
    if figures.owners.values.contains(where: isWorthSomething) {
      parts.append(SidebarPart(.owners) { owners })
    }
    return parts
      + others.filter { figures.closed[$0] != nil }.map { currency in
        SidebarPart(.won(currency)) { won(currency) }
      }
  }

  private mutating func block(_ part: SidebarPart) -> SidebarBlock {
    if let block = worded[part.name] { return block }
    let block = part.words()
    worded[part.name] = block
    return block
  }

  /// The currencies that deals have beside the pipeline's own.
  private var others: [Currency] { Array(figures.currencies(first: numbers.currency).dropFirst()) }

  /// The four numbers of the whole pipeline.
  private var pipeline: SidebarBlock {
    var said = NumberLines(numbers)
    said.addCount(phrase("Deals"), .openDeals)
    let main = numbers.currency
    said.addOpenValue(main, isMain: true)
    said.addWon(main)
    said.addWinRate()
    said.addRateByValue(main, isNamed: !others.isEmpty)
    said.add(phrase("Age at win"), .meanAge) { FigureText.days($0) }
    said.add(phrase("  median"), .medianAge) { FigureText.days($0) }
    said.addVelocity(main)
    for currency in others where figures.open[currency].value.deals > 0 {
      said.addOpenValue(currency, isMain: false)
    }
    var lines = said.lines
    if numbers.isBehind {
      lines.append(SidebarLine(.text(phrase("closed deals: counting …"), .warn)))
    }
    return SidebarBlock(title: phrase("PIPELINE"), note: note, lines: lines)
  }

  /// What was won in a currency beside the pipeline's own, as the first block says it of that.
  private func won(_ currency: Currency) -> SidebarBlock {
    var said = NumberLines(numbers)
    said.addWon(currency)
    said.addRateByValue(currency, isNamed: true)
    said.addVelocity(currency)
    return SidebarBlock(title: phrase("WON IN \(currency)"), lines: said.lines)
  }

  /// The numbers of the stage that has the focus, or where the carried deal would be dropped.
  private func stage(at place: Int) -> SidebarBlock {
    var said = NumberLines(numbers, stage: place)
    said.addCount(phrase("Deals"), .openDeals)
    said.addOpenValue(numbers.currency, isMain: true)
    said.addWinRate()
    said.add(phrase("Time in stage"), .meanAge) { FigureText.days($0) }
    said.add(phrase("  median"), .medianAge) { FigureText.days($0) }
    said.add(phrase("Here now"), .meanVisit) { FigureText.days($0) }
    // Where the height cuts the block, the other currencies go first.
    let here = figures.stages[place]
    let dropped = numbers.dropped?.stages[place].open
    for currency in others
    where here.open.byCurrency.contains(currency) || dropped?.byCurrency.contains(currency) == true
    {
      said.addOpenValue(currency, isMain: false)
    }
    return SidebarBlock(
      title: here.stage.name.uppercased(),
      note: numbers.dropped == nil ? "" : phrase("if dropped"),
      lines: said.lines
    )
  }

  /// What the changes beside the numbers are measured from.
  private var note: String {
    if numbers.dropped != nil { return phrase("if dropped") }
    guard numbers.comparison != nil else {
      return numbers.showsAll ? "" : phrase("▲▼ counting …")
    }
    return phrase("▲▼ today/90d")
  }

  /// How many deals need attention for a reason, without reasons that none has.
  private var attentionCounts: [(count: Int, reason: AttentionFigure)] {
    // What is put aside hides here as in the list of what needs attention, and is counted below.
    let now = figures.open.attention
    let counts: [(count: Int, reason: AttentionFigure)] = [
      (now.overdue, .overdue), (figures.open.dueToday, .dueToday),
      (now.withoutStep, .noNextStep), (now.stale, .stale), (now.stuck, .stuck),
      (now.putAside, .all),
    ]
    return counts.filter { $0.count > 0 }
  }

  private var attention: SidebarBlock {
    let lines = attentionCounts.map { count, reason in
      let deals = FigureText.grouped(count)
      let (text, role): (String, Role) =
        switch reason {
        case .overdue: (phrase("! \(deals) overdue"), .bad)
        case .dueToday: (phrase("▸ \(deals) due today"), .good)
        case .noNextStep: (phrase("? \(deals) no next step"), .warn)
        case .stale: (phrase("● \(deals) stale"), .bad)
        case .stuck: (phrase("● \(deals) stuck"), .warn)
        case .all: ("  " + phrase("\(deals) put aside"), .dim)
        }
      return SidebarLine(.text(text, role), .question(.attention(reason), .attention))
    }
    return SidebarBlock(title: phrase("ATTENTION"), lines: lines)
  }

  /// Whether somebody's open deals are worth something in the first currency.
  private func isWorthSomething(_ open: OpenDeals) -> Bool {
    open.deals > 0 && open[numbers.currency].value.minorUnits > 0
  }

  private var owners: SidebarBlock {
    let money = numbers.currency
    typealias Sum = (name: String, sum: Int128, owner: Identifier<Person>?)
    let sums = figures.owners.filter { isWorthSomething($0.value) }.map { owner, open -> Sum in
      let person = owner.flatMap { id in numbers.people.first { $0.id == id } }
      let name = person.map { "\($0.initials) \($0.firstName)" } ?? phrase("nobody")
      return (name, open[money].value.minorUnits, owner)
    }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    let top = sums.first?.sum ?? 0
    let value = ReportQuestion.Subject.figure(FigureName(.openValue, currency: money))
    let lines = sums.prefix(8).map { name, sum, owner in
      SidebarLine(
        .bar(
          name,
          share: Ratio(sum, of: top)?.approximation ?? 0,
          value: MoneyText.short(sum, money),
          .chart
        ),
        .question(value, .owners, of: .owner(owner))
      )
    }
    return SidebarBlock(title: phrase("OWNERS"), note: phrase("open"), lines: lines)
  }
}

extension Person {
  /// The first word of the name, for where there is little room.
  var firstName: Substring { name.prefix { $0 != " " } }
}
