import Pipeline

/// Chooses what a report's figures rest on: from a list, or by typing a day or a range.
struct ChoiceLayer: PickLayer {
  /// What can be chosen.
  enum Choice: Hashable, Sendable {
    case baseline(BaselineChoice)
    case window(Window)
  }

  private let title: String
  private let isOfBaselines: Bool
  var list: PickList<Choice>

  /// Offers days to set numbers against: saved baselines first, then days and periods before.
  init(baselinesOf board: BoardState) {
    title = phrase("Against")
    isOfBaselines = true
    let today = board.workspace.today
    let saved = board.workspace.baselines.filter { $0.pipeline == board.pipelineID }
      .sorted { ($1.day, $1.name) < ($0.day, $0.name) }
    let others: [(String, BaselineChoice)] = [
      (phrase("30 days ago"), .daysAgo(30)), (phrase("90 days ago"), .daysAgo(90)),
      (phrase("a year ago"), .daysAgo(365)),
      (phrase("last month, as a whole"), .previous(.month)),
      (phrase("last quarter, as a whole"), .previous(.quarter)),
      (phrase("this quarter a year before"), .yearBefore(.quarter)),
      (phrase("last year, as a whole"), .previous(.year)),
    ]
    let items =
      saved.map { baseline in
        PickList<Choice>.Item(
          .baseline(.saved(baseline.id)),
          title: baseline.name,
          detail: DayText.full(baseline.day)
        )
      }
      + others.map { words, choice in
        let baseline = choice.baseline(asOf: today, among: saved)
        return PickList<Choice>.Item(
          .baseline(choice),
          title: words,
          detail: baseline.windows == nil ? DayText.full(baseline.day) : baseline.name
        )
      }
    let present = Choice.baseline(board.reportChoices.baseline)
    list = PickList(items, selected: items.firstIndex { $0.value == present } ?? 0)
  }

  /// Offers the days that figures over closed deals look at.
  init(windowsOf board: BoardState) {
    title = phrase("Deals closed in")
    isOfBaselines = false
    let today = board.workspace.today
    let month = Period(.month, containing: today)
    let quarter = Period(.quarter, containing: today)
    let year = Period(.year, containing: today)
    let windows: [(String, Window)] = [
      (phrase("the last 365 days"), .days(365)), (phrase("the last 90 days"), .days(90)),
      (phrase("the last 30 days"), .days(30)), (phrase("this month"), .period(month)),
      (phrase("last month"), .period(month.previous)), (phrase("this quarter"), .period(quarter)),
      (phrase("last quarter"), .period(quarter.previous)), (phrase("this year"), .period(year)),
      (phrase("last year"), .period(year.previous)), (phrase("all days"), .all),
    ]
    let items = windows.map {
      PickList<Choice>.Item(.window($0.1), title: $0.0, detail: $0.1.description)
    }
    let present = Choice.window(board.reportChoices.window)
    list = PickList(items, selected: items.firstIndex { $0.value == present } ?? 0)
  }

  mutating func takeOwn(_ chord: Chord, _ board: inout BoardState) -> Response? {
    chord == Chord(.delete) && list.query.isEmpty ? .handled(remove(&board)) : nil
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let choice = typed(board) ?? list.current?.value else {
      return .handled(
        board.refuse(phrase("\"\(list.query.text)\" is not understood. \(example)"))
      )
    }
    board.reportChoices.take(choice)
    return .closed([])
  }

  /// What was typed, where it is a day or a range and not a part of a name.
  private func typed(_ board: BoardState) -> Choice? {
    let text = list.query.text.trimmed
    guard !text.isEmpty, list.shown.isEmpty || Day(text) != nil || Window(text) != nil else {
      return nil
    }
    guard isOfBaselines else { return Window(text).map { .window($0) } }
    guard let day = DayParser(today: board.workspace.today, looksBack: true).day(text),
      day <= board.workspace.today
    else { return nil }
    return .baseline(.day(day))
  }

  /// What enter takes that was typed.
  private func words(_ choice: Choice) -> String {
    switch choice {
    case .baseline(.day(let day)): "→ \(DayText.weekday(day.weekday)) \(DayText.full(day))"
    case .baseline(.daysAgo), .baseline(.previous), .baseline(.yearBefore), .baseline(.saved): ""
    case .window(let window): "→ \(window.description)"
    }
  }

  private var example: String {
    isOfBaselines
      ? phrase("Write a day: 2026-01-31, 31-1, -30d.") : phrase("Write 90d, 2026-Q1, 2026 or all.")
  }

  /// Removes the saved baseline that is chosen.
  private func remove(_ board: inout BoardState) -> [Effect] {
    guard case .baseline(.saved(let id))? = list.current?.value,
      let baseline = board.workspace.baselines.first(where: { $0.id == id })
    else { return [] }
    return board.keep(
      .edit(.removeBaseline(id), done: phrase("Removed the baseline \"\(baseline.name)\"."))
    )
  }

  mutating func settle(_ board: BoardState) {
    // A baseline that was removed leaves the list.
    let saved = Set(board.workspace.baselines.map(\.id))
    let isGone = list.items.contains { item in
      if case .baseline(.saved(let id)) = item.value { !saved.contains(id) } else { false }
    }
    if isGone { self = ChoiceLayer(baselinesOf: board) }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let hint = isOfBaselines ? phrase("or a day  del removes") : phrase("or a range")
    let empty = typed(board).map(words) ?? phrase("Nothing fits.")
    list.draw(on: &canvas, over: screen, title: title, hint: hint, empty: empty)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "ent", label: phrase("take")),
      Hint(keys: "type", label: isOfBaselines ? phrase("a day") : phrase("a range")),
      Hint(keys: "esc", label: phrase("cancel")),
    ]
  }
}

extension ReportChoices {
  /// Takes what was chosen.
  mutating func take(_ choice: ChoiceLayer.Choice) {
    switch choice {
    case .baseline(let baseline): self.baseline = baseline
    case .window(let window): self.window = window
    }
  }
}
