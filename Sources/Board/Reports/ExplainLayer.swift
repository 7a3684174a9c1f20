import Pipeline

/// Numbers to be asked why.
struct ExplainLayer: PickLayer {
  var list: PickList<ReportQuestion>

  /// Lists the numbers as the board shows them: those of the focused stage, then of the pipeline.
  init(_ board: BoardState) {
    var items: [PickList<ReportQuestion>.Item] = []
    let figures = board.figures
    func add(_ number: LiveNumber, stage: Int?) {
      let name = FigureName(live: number, stage: stage)
      // The live block always looks at the standard window.
      var scope = board.reportScope
      scope.window = .standard
      items.append(
        PickList.Item(
          ReportQuestion(name, in: scope),
          title: name.title(in: board.pipeline),
          detail: Self.text(figures.value(of: number, stage: stage), name.unit)
        )
      )
    }
    let money = board.currency
    if case .stage(let place) = board.focus.column {
      let numbers: [LiveNumber] = [
        .openDeals, .openValue(money), .weightedValue(money), .meanDealSize(money), .winRate,
        .meanAge, .meanVisit, .stale,
      ]
      for number in numbers { add(number, stage: place) }
    }
    for number in [LiveNumber.openDeals, .winRate, .meanAge, .meanVisit, .stale] {
      add(number, stage: nil)
    }
    for currency in figures.currencies(first: money) {
      let numbers: [LiveNumber] = [
        .openValue(currency), .weightedValue(currency), .meanDealSize(currency),
        .winRateByValue(currency), .velocity(currency),
      ]
      for number in numbers { add(number, stage: nil) }
    }
    list = PickList(items)
  }

  private static func text(_ value: Ratio?, _ unit: FigureUnit) -> String {
    guard let value else { return FigureText.missing }
    return switch unit {
    case .deals: FigureText.grouped(Int(value.rounded(decimals: 0)))
    case .rate: FigureText.percent(value)
    case .days: FigureText.days(value)
    case .minutes, .times: value.words(in: unit)
    case .money(let currency): MoneyText.short(value, currency)
    }
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let question = list.current?.value else { return .handled([]) }
    return .closing { board in
      board.explain(question)
      return []
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(
      on: &canvas,
      over: screen,
      title: phrase("Why which number?"),
      hint: phrase("enter why  esc close")
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "type", label: phrase("search")), Hint(keys: "ent", label: phrase("why")),
      Hint(keys: "esc", label: phrase("close")),
    ]
  }
}
