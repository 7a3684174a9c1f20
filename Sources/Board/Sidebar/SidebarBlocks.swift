import Pipeline

/// What the sidebar says, block by block: the pipeline's numbers, the focused stage's, and the rest
/// in the order of what is asked most.
struct SidebarBlocks: Sendable {
  let content: SidebarContent
  private var figures: LiveFigures { content.figures }
  /// Those that say the same wherever the focus is.
  private var common: [SidebarBlock] = []

  init(_ content: SidebarContent) {
    self.content = content
    common = [pipeline, attention].compactMap(\.self)
    if let report = content.report { common += SidebarReportBlocks(report, content).blocks }
    if let owners { common.append(owners) }
    common += others.compactMap(won)
  }

  /// The blocks while the focus is in a column, or something is carried to it.
  func blocks(at place: ColumnPlace) -> [SidebarBlock] {
    var blocks = common
    if let stage = stage(at: place) { blocks.insert(stage, at: 1) }
    return blocks
  }

  /// The same, without the lines that can be spared where they would take the room of a block.
  func blocks(at place: ColumnPlace, rows: Int) -> [SidebarBlock] {
    var blocks = blocks(at: place)
    guard SidebarView.rows(of: blocks) > rows else { return blocks }
    for block in blocks.indices { blocks[block].lines.removeAll(where: \.isSpare) }
    return blocks
  }

  /// The currencies that deals have beside the pipeline's own.
  private var others: [Currency] { Array(figures.currencies(first: content.currency).dropFirst()) }

  /// The four numbers of the whole pipeline.
  private var pipeline: SidebarBlock {
    var numbers = NumberLines(content)
    numbers.addCount(phrase("Deals"), .openDeals)
    let main = content.currency
    numbers.addOpenValue(main, isMain: true)
    numbers.addWon(main)
    numbers.addWinRate()
    numbers.addRateByValue(main, isNamed: !others.isEmpty)
    numbers.add(phrase("Age at win"), .meanAge) { FigureText.days($0) }
    numbers.add(phrase("  median"), .medianAge) { FigureText.days($0) }
    numbers.addVelocity(main)
    for currency in others where figures.open[currency].value.deals > 0 {
      numbers.addOpenValue(currency, isMain: false)
    }
    var lines = numbers.lines
    if content.isBehind {
      lines.append(SidebarLine(.text(phrase("closed deals: counting …"), .warn)))
    }
    return SidebarBlock(title: phrase("PIPELINE"), note: note, lines: lines)
  }

  /// What was won in a currency beside the pipeline's own, as the first block says it of that.
  private func won(_ currency: Currency) -> SidebarBlock? {
    guard figures.closed[currency] != nil else { return nil }
    var numbers = NumberLines(content)
    numbers.addWon(currency)
    numbers.addRateByValue(currency, isNamed: true)
    numbers.addVelocity(currency)
    return SidebarBlock(title: phrase("WON IN \(currency)"), lines: numbers.lines)
  }

  /// The numbers of the stage that has the focus, or where the carried deal would be dropped.
  private func stage(at place: ColumnPlace) -> SidebarBlock? {
    guard case .stage(let place) = place, figures.stages.indices.contains(place) else { return nil }
    let main = content.currency
    var numbers = NumberLines(content, stage: place)
    numbers.addCount(phrase("Deals"), .openDeals)
    numbers.addOpenValue(main, isMain: true)
    numbers.addWinRate()
    numbers.add(phrase("Time in stage"), .meanAge) { FigureText.days($0) }
    numbers.add(phrase("  median"), .medianAge) { FigureText.days($0) }
    numbers.add(phrase("Here now"), .meanVisit) { FigureText.days($0) }
    // Where the height cuts the block, the other currencies go first.
    let dropped = content.dropped?.stages[place].open
    for currency in others
    where (figures.stages[place].open.byCurrency[currency] ?? dropped?.byCurrency[currency]) != nil
    {
      numbers.addOpenValue(currency, isMain: false)
    }
    return SidebarBlock(
      title: figures.stages[place].stage.name.uppercased(),
      note: content.dropped == nil ? "" : phrase("if dropped"),
      lines: numbers.lines
    )
  }

  /// What the changes beside the numbers are measured from.
  private var note: String {
    if content.dropped != nil { return phrase("if dropped") }
    guard content.comparison != nil else {
      return content.showsAll ? "" : phrase("▲▼ counting …")
    }
    return phrase("▲▼ today/90d")
  }

  private var attention: SidebarBlock? {
    // What is put aside hides here as in the list of what needs attention, and is counted below.
    let (open, now) = (figures.open, figures.open.attention)
    let rows: [(count: Int, text: String, role: Role, reason: AttentionFigure)] = [
      (now.overdue, phrase("! \(FigureText.grouped(now.overdue)) overdue"), .bad, .overdue),
      (open.dueToday, phrase("▸ \(FigureText.grouped(open.dueToday)) due today"), .good, .dueToday),
      (
        now.withoutStep, phrase("? \(FigureText.grouped(now.withoutStep)) no next step"), .warn,
        .noNextStep
      ), (now.stale, phrase("● \(FigureText.grouped(now.stale)) stale"), .bad, .stale),
      (now.stuck, phrase("● \(FigureText.grouped(now.stuck)) stuck"), .warn, .stuck),
      (now.putAside, "  " + phrase("\(FigureText.grouped(now.putAside)) put aside"), .dim, .all),
    ]
    let lines = rows.filter { $0.count > 0 }.map { row in
      SidebarLine(.text(row.text, row.role), .question(.attention(row.reason), .attention))
    }
    return lines.isEmpty ? nil : SidebarBlock(title: phrase("ATTENTION"), lines: lines)
  }

  private var owners: SidebarBlock? {
    let money = content.currency
    typealias Sum = (name: String, sum: Int128, owner: Identifier<Person>?)
    let sums = figures.owners.compactMap { owner, open -> Sum? in
      guard open.deals > 0, open[money].value.minorUnits > 0 else { return nil }
      let person = owner.flatMap { id in content.people.first { $0.id == id } }
      let name = person.map { "\($0.initials) \($0.firstName)" } ?? phrase("nobody")
      return (name, open[money].value.minorUnits, owner)
    }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    guard let top = sums.first?.sum else { return nil }
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
