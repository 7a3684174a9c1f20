import Pipeline

/// The first line: program, pipeline, what is shown, and the totals.
struct TitleLine {
  private let content: TitleContent

  init(_ content: TitleContent) {
    self.content = content
  }

  /// Draws the line, or copies it where it says the same as the last time.
  func draw(on canvas: inout Canvas) {
    let line = Rect(row: 0, column: 0, rows: 1, columns: canvas.columns)
    canvas.draw(.title, showing: content, in: line) { compose(on: &$0) }
  }

  private func compose(on canvas: inout Canvas) {
    let width = canvas.columns
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), Style(.text, on: .bar))
    var column = canvas.write(
      phrase(" dealboard "),
      row: 0,
      column: 0,
      Style(.strong, on: .badge, .bold)
    )
    guard !content.isFirstRun else { return }
    let narrowing = content.narrowing
    // What is said of the rest is shortened for its name and for what narrows it.
    let name = width < 60 ? 0 : canvas.width(of: content.pipeline) + 3
    let named = narrowing.isEmpty ? 0 : min(44, canvas.width(of: narrowing) + 4 + name)
    let most = max(0, width - column - 2)
    let pieces = totals(width: width, room: most - named, on: canvas)
    let taken = min(most, pieces.reduce(0) { $0 + canvas.width(of: $1.text) })
    canvas.write(pieces, row: 0, column: width - 1 - taken, limit: taken)
    let room = width - taken - 3
    // What the board is narrowed by goes before its name, and the totals before both.
    if width >= 60, narrowing.isEmpty || room - column > 24 {
      column += 1
      column += canvas.write(
        content.pipeline + (content.hasOtherPipelines ? " ▾" : ""),
        row: 0,
        column: column,
        limit: room - column,
        Style(.strong, on: .bar)
      )
      if let day = content.asOf, room - column > 18 {
        column += canvas.write(
          phrase(" as of \(DayText.weekday(day.weekday)) \(day) "),
          row: 0,
          column: column + 1,
          Style(.warn, on: .grab, .bold)
        )
        if let hindsight = content.hindsight, room - column > 14 {
          let word = phrase("hindsight ")
          // Where there is room, of how many of the deals it is said.
          let whole = narrowing.isEmpty ? "" : phrase(" in all")
          let parts = hindsight.parts.map { "\(word)(\($0)\(whole)) " } ?? word
          column += canvas.write(
            canvas.width(of: parts) + 2 < room - column ? parts : word,
            row: 0,
            column: column + 1,
            Style(.warn, on: .grab)
          )
        }
      }
      if content.isSample, room - column > 14 {
        column += canvas.write(
          phrase("  sample data"),
          row: 0,
          column: column,
          Style(.dim, on: .bar)
        )
      }
    }
    guard !narrowing.isEmpty, room - column > 6 else { return }
    canvas.write(
      " / " + narrowing,
      row: 0,
      column: column + 1,
      limit: room - column - 1,
      Style(.warn, on: .bar)
    )
  }

  /// The totals of what is shown, and where that is not all, of how much: the longest text that has
  /// room, with what a carried deal would change marked.
  private func totals(width: Int, room: Int, on canvas: Canvas) -> [(text: String, style: Style)] {
    let plain = Style(content.isCounting ? .dim : .text, on: .bar)
    func marked(_ before: String, _ after: String) -> Style {
      before == after ? plain : Style(.carried, on: .bar)
    }
    let mark = phrase("(older) ")
    let plainTexts = (content.all.map { narrowedTotals(width, of: $0) } ?? wholeTotals(width)).map {
      content.isOlder ? [(mark, mark)] + $0 : $0
    }
    // What stands on no card is said before all else of the totals, and in full where there is room.
    let texts = putAway.flatMap { words in plainTexts.map { [(words, words)] + $0 } } + plainTexts
    let fitting = texts.first { texts in
      texts.reduce(0) { $0 + canvas.width(of: $1.after) } <= room
    }
    return (fitting ?? texts.last ?? []).map { ($0.after, marked($0.before, $0.after)) }
  }

  /// How many deals stand in which stages that were put away, the longest text first.
  private var putAway: [String] {
    guard !content.putAway.isEmpty else { return [] }
    let all = content.putAway.reduce(0) { $0 + $1.count }
    let names = content.putAway.map { "\(FigureText.grouped($0.count)) \($0.name)" }
    return [
      phrase("on no card: \(names.joined(separator: ", "))") + "  ",
      phrase("\(FigureText.grouped(all)) on no card") + "  ",
    ]
  }

  /// A text as it is, and as it would be if what is carried were dropped.
  private typealias Text = (before: String, after: String)

  private func text(_ words: (OpenDeals) -> String) -> Text {
    let before = words(content.open)
    return (before, content.dropped.map(words) ?? before)
  }

  private func wholeTotals(_ width: Int) -> [[Text]] {
    let money = content.currency
    let sum = text { MoneyText.short($0[money].value.minorUnits, money) }
    guard width >= 60 else {
      return [[sum, text { "  " + FigureText.grouped($0.deals) }]]
    }
    let count = text { phrase("\(FigureText.grouped($0.deals)) open  ") }
    let others = content.open.byCurrency.currencies.filter { $0 != money }
    let sums = others.map { currency in
      text { " " + MoneyText.short($0[currency].value.minorUnits, currency) }
    }
    let weighted = change(phrase("  wtd "), money)
    // Only a carried deal of another currency changes that currency's weighted value.
    let changed = others.map { change(phrase("  wtd "), $0) }.filter { $0.before != $0.after }
    return [
      [count, sum] + sums + [weighted] + changed, [count, sum] + sums + [weighted],
      [count, sum, weighted],
    ]
  }

  /// A weighted value, while carrying as before → after where that changes it.
  private func change(_ label: String, _ money: Currency) -> Text {
    let (before, after) = text { MoneyText.short($0[money].weighted, money) }
    return (label + before, label + (before == after ? before : "\(before) → \(after)"))
  }

  /// Of how many open deals, and of how much, currency by currency.
  private func narrowedTotals(_ width: Int, of all: OpenDeals) -> [[Text]] {
    let money = content.currency
    func part(_ currency: Currency) -> Text {
      let whole = MoneyText.short(all[currency].value.minorUnits, currency)
      return text { open in
        phrase("\(MoneyText.short(open[currency].value.minorUnits, currency)) of \(whole)")
      }
    }
    guard width >= 60 else {
      let sum = text { MoneyText.short($0[money].value.minorUnits, money) + "  " }
      let whole = FigureText.grouped(all.deals)
      return [[sum, text { phrase("\(FigureText.grouped($0.deals)) of \(whole)") }]]
    }
    func count(_ noun: String) -> Text {
      text { phrase("\(FigureText.grouped($0.deals)) of \(noun)") + ", " }
    }
    let full = count(FigureText.count(all.deals, "open deal"))
    let brief = count(phrase("\(FigureText.grouped(all.deals)) open"))
    let others = all.byCurrency.currencies.filter { $0 != money }.map { currency in
      let sums = part(currency)
      return (before: ", " + sums.before, after: ", " + sums.after)
    }
    let weighted = change(phrase("  wtd "), money)
    let sum = part(money)
    let long = [[full, sum] + others + [weighted], [full, sum, weighted]]
    return (width < 100 ? [] : long) + [[full, sum], [brief, sum]]
  }
}
