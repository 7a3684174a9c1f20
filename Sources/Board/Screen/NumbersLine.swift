import Pipeline

/// The four numbers in one line, for screens without a sidebar.
///
/// While a deal is carried, what dropping it would change comes first, as before → after; what has
/// no room then is left out whole.
struct NumbersLine {
  private let board: BoardState

  init(_ board: BoardState) {
    self.board = board
  }

  /// The currency of the amounts: the pipeline's or, where no open deal is in it, another one's.
  ///
  /// `n/a` in the pipeline's own would look as if no deal had a value.
  private var currency: Currency {
    let all = board.figures.currencies(first: board.currency)
    return all.first { board.figures.open[$0].value.deals > 0 } ?? board.currency
  }

  func draw(on canvas: inout Canvas, row: Int) {
    if let dropped = board.figuresIfDropped { return draw(dropped, on: &canvas, row: row) }
    let parts = NumberWords(board.figures, currency, isShort: canvas.columns < 60)
    var texts = parts.all
    if board.isFilterPending {
      texts = Array(texts.prefix(2)) + [phrase("counting closed deals …")]
    }
    canvas.write(
      (board.awaitedNarrowing != nil || board.isBehind && !board.isFilterPending
        ? phrase("(older) ") : "")
        + texts.joined(separator: " · "),
      row: row,
      column: 1,
      limit: canvas.columns - 2,
      Style(.text)
    )
  }

  private func draw(_ dropped: LiveFigures, on canvas: inout Canvas, row: Int) {
    let now = board.figures
    let isShort = canvas.columns < 60
    let before = NumberWords(now, currency, isShort: isShort)
    let after = NumberWords(dropped, currency, isShort: isShort)
    var column = 1 + canvas.write(phrase("if dropped:") + " ", row: row, column: 1, Style(.carried))
    var isFirst = true
    func add(_ texts: [String], _ role: Role) {
      let separator = isFirst ? "" : " · "
      let room = canvas.columns - 1 - column - separator.unicodeScalars.count
      guard let text = texts.first(where: { canvas.width(of: $0) <= room }) else { return }
      column += canvas.write(separator, row: row, column: column, Style(.dim))
      column += canvas.write(text, row: row, column: column, Style(role))
      isFirst = false
    }
    let currencies = now.currencies(first: currency)
    for currency in currencies {
      add(Self.weighted(currency, now, dropped), .carried)
    }
    for (one, other) in zip(before.parts, after.parts) where one != other {
      add(one.changed(to: other), .carried)
    }
    for currency in currencies.dropFirst() {
      let one = NumberWords.size(now, currency, isShort: isShort)
      let other = NumberWords.size(dropped, currency, isShort: isShort)
      if one != other { add(one.changed(to: other), .carried) }
    }
    for (one, other) in zip(before.parts, after.parts) where one == other {
      add([one.text], .text)
    }
  }

  /// The weighted value of a currency before and after; nothing where it stays.
  private static func weighted(
    _ currency: Currency,
    _ now: LiveFigures,
    _ dropped: LiveFigures
  ) -> [String] {
    let before = MoneyText.short(now.open[currency].weighted, currency)
    let after = MoneyText.short(dropped.open[currency].weighted, currency)
    return before == after ? [] : [phrase("wtd \(before) → \(after)")]
  }
}

/// The four numbers in words.
struct NumberWords {
  /// One of them: a value between what stands before and after it, and what it rests on.
  struct Part: Equatable {
    var before = ""
    var value: String
    var after = ""
    /// What stands in parentheses.
    var rest: String?

    /// All of it.
    var text: String { before + value + after + (rest.map { " (\($0))" } ?? "") }

    /// It as it is and as it would be, in full and, where there is less room, in brief.
    func changed(to other: Part) -> [String] {
      let rests = other.rest ?? ""
      if value == other.value, let rest {
        return ["\(before)\(value)\(after) (\(rest) → \(rests))", "\(before)\(rest) → \(rests)"]
      }
      let change = "\(before)\(value) → \(other.value)\(other.after)"
      return rests.isEmpty ? [change] : ["\(change) (\(rests))", change]
    }
  }

  /// Deals, average deal size, win rate, age at win, and where there is room velocity and in how many
  /// other currencies deals are open.
  let parts: [Part]

  init(_ figures: LiveFigures, _ money: Currency, isShort: Bool) {
    let outcomes = figures.outcomes
    let deals = figures.open.deals
    let rate = outcomes.winRate
    let age = FigureText.days(outcomes.agesAtWin.mean)
    let size = Self.size(figures, money, isShort: isShort)
    guard !isShort else {
      let count = Part(value: FigureText.grouped(deals))
      parts = [count, size, Part(value: FigureText.percent(rate)), Part(value: age)]
      return
    }
    let velocity = figures.velocity(in: money).perDay
    let counts = "\(FigureText.grouped(outcomes.won))/\(FigureText.grouped(outcomes.closed))"
    parts =
      [
        Part(
          value: FigureText.grouped(deals),
          after: deals == 1 ? phrase(" deal") : phrase(" deals")
        ),
        size,
        Part(
          before: phrase("win "),
          value: FigureText.percent(rate),
          rest: rate == nil ? nil : counts
        ),
        Part(before: outcomes.agesAtWin.mean == nil ? phrase("age at win ") : "", value: age),
        velocity.map { Part(value: MoneyText.short($0, money), after: phrase("/day")) }
          ?? Part(before: phrase("velocity "), value: FigureText.missing),
      ] + Self.others(figures, than: money)
  }

  /// How many currencies there are beside the one that the amounts are in; nothing where there is
  /// none.
  private static func others(_ figures: LiveFigures, than money: Currency) -> [Part] {
    let count = figures.open.byCurrency.currencies.count { $0 != money }
    guard count > 0 else { return [] }
    return [
      Part(value: "+\(count)", after: count == 1 ? phrase(" currency") : phrase(" currencies"))
    ]
  }

  /// Each in full.
  var all: [String] { parts.map(\.text) }

  /// The average deal size in a currency.
  static func size(_ figures: LiveFigures, _ money: Currency, isShort: Bool) -> Part {
    let mean = figures.value(of: .meanDealSize(money))
    return Part(
      before: isShort ? "" : phrase("avg "),
      value: mean.map { MoneyText.short($0, money) } ?? FigureText.missing
    )
  }
}

extension BoardState {
  /// Whether figures over closed deals wait to be counted anew.
  var isBehind: Bool { isFilterPending || workspace.pipelinesBehind.contains(pipelineID) }
}
