import Pipeline

/// A report over the board, between the title line and the footer.
struct ReportLayer: Layer {
  /// Which one.
  let screen: ReportScreen
  private var cursor = ReportCursor()
  /// What the cursor stands on.
  private(set) var target: ReportTarget?
  /// The last request to the store that was looked at for decisions; `nil` until it is opened.
  var seen: Ticket?

  /// Opens a screen at its top.
  init(_ screen: ReportScreen) {
    self.screen = screen
  }

  var place: Place { screen.place }
  var coversBoard: Bool { true }
  var heedsMarks: Bool { screen == .attention }

  func subject(in board: BoardState) -> LayerSubject {
    .deal(target?.deal)
  }

  mutating func settle(_ board: BoardState) {
    guard board.reports[screen.slot]?.report != nil else { return }
    let view = ReportView(board, screen)
    let decided = screen == .attention ? decidedDeal(board) : nil
    cursor.settle(in: view.page, rows: view.bodyRows)
    // A deal that left the end of its list leaves the cursor on the last one that stays.
    if case .deal? = target { cursor.stayAmongDeals(in: view.page, rows: view.bodyRows) }
    // A queue goes on to the next deal, also where something else is still the matter with this one.
    if let decided, cursor.target(in: view.page)?.deal == decided {
      cursor.move(by: 1, in: view.page, rows: view.bodyRows)
    }
    target = cursor.target(in: view.page)
  }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    if let screen = ReportScreen(match.command) {
      board.layers.show(screen)
      // This layer is put back in its place after it has answered.
      if self.screen.slot == .screen, self.screen != screen { self = ReportLayer(screen) }
      return .handled([])
    }
    if move(match.command, board) {
      moved(&board)
      return .handled([])
    }
    if screen == .attention, mark(match.command, &board) { return .handled([]) }
    switch match.command {
    case .goBoard:
      board.layers.closeAll()
      return .handled([])
    case .explain: return .handled(explain(&board))
    case .pushEarlier, .pushLater:
      let step = match.command == .pushLater ? 1 : -1
      return .handled(board.pushClose(by: step, clock))
    case .chooseBaseline:
      board.layers.push(ChoiceLayer(baselinesOf: board))
      return .handled([])
    case .chooseWindow:
      board.layers.push(ChoiceLayer(windowsOf: board))
      return .handled([])
    case .saveBaseline, .editGoal:
      if let reason = match.command.unavailable(in: board) {
        return .handled(board.refuse(reason))
      }
      if match.command == .saveBaseline {
        board.layers.push(LineLayer(.baseline))
      } else if case .question(let question)? = target, case .goal(let goal) = question.subject {
        board.layers.push(LineLayer(goal: goal, for: goal.period, of: goal.owner, board))
      } else {
        board.editGoal(for: goalPeriod(board), of: goalOwner(board))
      }
      return .handled([])
    case .showGroup: return .handled(showGroup(&board))
    case .switchPolicy, .switchCurrency, .sortOwners, .switchGrouping, .switchMeasure,
      .switchPeriod:
      board.reportChoices.change(match.command)
      return .handled([])
    case .open: return .handled(open(&board))
    case .copyContact: return .handled(board.doIfPossible(match, clock))
    default: break
    }
    guard match.command.places.contains(place), match.command.places.contains(.board) else {
      return .ignored
    }
    if let reason = match.command.unavailable(in: board) { return .handled(board.refuse(reason)) }
    return .handled(board.perform(match, clock))
  }

  /// Moves the cursor, or scrolls where there is nothing to stand on; false for any other command.
  private mutating func move(_ command: Command, _ board: BoardState) -> Bool {
    let view = ReportView(board, screen)
    let rows = view.bodyRows
    switch command {
    case .focusDown: cursor.move(by: 1, in: view.page, rows: rows)
    case .focusUp: cursor.move(by: -1, in: view.page, rows: rows)
    case .focusLeft: cursor.moveSideways(by: -1, in: view.page)
    case .focusRight: cursor.moveSideways(by: 1, in: view.page)
    case .pageDown: cursor.turn(down: true, in: view.page, rows: rows)
    case .pageUp: cursor.turn(down: false, in: view.page, rows: rows)
    case .focusFirst: cursor.moveToFirst(in: view.page)
    case .focusLast: cursor.moveToLast(in: view.page, rows: rows)
    case .nextPart: cursor.moveToNextPart(in: view.page, rows: rows)
    default: return false
    }
    target = cursor.target(in: view.page)
    return true
  }

  /// Lists the deals of the cell that the cursor came to, or draws its figure as a line.
  private func moved(_ board: inout BoardState) {
    let here = cursor.target(in: ReportView(board, screen).page)
    if case .forecast(let place, _)? = here { board.reportChoices.forecastPlace = place }
    if screen == .trends, case .question(let question)? = here,
      case .trend(let figure, _, _) = question.subject
    {
      board.reportChoices.trendFigure = figure
    }
  }

  /// The month whose goal is edited: the cursor's, else the present one.
  private func goalPeriod(_ board: BoardState) -> Period {
    let place: ForecastPlace? =
      if case .forecast(let place, _)? = target { place } else { board.reportChoices.forecastPlace }
    return place?.columns.first?.period ?? Period(.month, containing: board.clock.today)
  }

  /// Whose goal is edited: the owner's in whose row the cursor is, else that of the owner whose deals
  /// are shown, else the whole team's.
  private func goalOwner(_ board: BoardState) -> Identifier<Person>? {
    guard case .forecast(let place, _)? = target, case .owner(let owner) = place.row else {
      return board.narrowing.owner
    }
    return owner
  }

  /// Opens what the cursor stands on; a deal that is not on the board is asked for.
  private func open(_ board: inout BoardState) -> [Effect] {
    switch target {
    case .deal(let id), .step(let id, _):
      board.layers.push(DealLayer(id))
      return (board.workspace[id] == nil ? [.findDeal(id)] : []) + [.loadHistory(id)]
    case .question, .forecast: return explain(&board)
    case nil: return board.refuse(phrase("There is nothing to open here."))
    }
  }

  /// Shows the deals of the group alone in whose row the cursor is.
  private func showGroup(_ board: inout BoardState) -> [Effect] {
    guard case .question(let question)? = target, let group = question.scope.group else {
      return board.refuse(phrase("There is no group here. The arrows move to one."))
    }
    var choice = board.narrowing
    if case .owner(let owner) = group.key { choice.owner = owner }
    if let filter = group.grouping.filter(group.key), !choice.filterText.contains(filter) {
      choice.filterText += choice.filterText.isEmpty ? filter : " \(filter)"
    }
    return board.narrow(to: choice)
  }

  /// Says why the number that the cursor stands on is what it is.
  private func explain(_ board: inout BoardState) -> [Effect] {
    switch target {
    case .question(let question): board.explain(question)
    case .forecast(let place, let currency) where place.row == .goal:
      guard let period = place.columns.first?.period else { return [] }
      guard let goal = board.goal(for: period, in: currency) else {
        return board.refuse(Coverage.withoutGoal(for: period))
      }
      board.explain(ReportQuestion(.goal(goal), in: board.reportScope))
    case .forecast(var place, let currency):
      var scope = board.reportScope
      if case .owner(let owner) = place.row {
        scope.narrow(to: owner)
        place.row = board.reportChoices.forecastMeasure.row
      }
      board.explain(ReportQuestion(.forecast(place, in: currency), in: scope))
    case .deal, .step, nil:
      // Its rows are deals and not numbers: asked is how many there are.
      if screen == .attention {
        board.explain(ReportQuestion(.attention(.all), in: board.reportScope))
        return []
      }
      return board.refuse(phrase("There is no number here. The arrows move to one."))
    }
    return []
  }

  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    let view = ReportView(board, screen)
    switch input.kind {
    case .wheelDown: cursor.move(by: 3, in: view.page, rows: view.bodyRows)
    case .wheelUp: cursor.move(by: -3, in: view.page, rows: view.bodyRows)
    case .press:
      if let line = view.line(atRow: input.row, cursor), !view.page.lines[line].stops.isEmpty {
        cursor.line = line
      }
    case .drag, .release: break
    }
    target = cursor.target(in: view.page)
    return .handled([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    ReportView(board, self.screen).draw(on: &canvas, in: screen, cursor)
  }

  func hints(_ board: BoardState) -> [Hint] {
    var hints = board.hints(screen.pairs)
    // Also a deal that is not in memory, and so has no other key, can be opened.
    if target?.deal != nil, let key = board.keyMap.keys(of: .open).first?.label {
      hints.insert(Hint(keys: key, label: phrase("open")), at: min(1, hints.count))
    }
    if target?.isNumber == true {
      hints = board.hints([([.explain], phrase("why"))]) + hints
    }
    var back = Hint(
      keys: "esc",
      label: screen.slot == .screen ? phrase("board") : phrase("back")
    )
    back.isKept = true
    return hints + [back]
      + board.hints(
        [
          ([.focusDown, .focusUp], target == nil ? phrase("scroll") : phrase("move")),
          ([.filter], phrase("find")),
          ([.mine], phrase("mine")),
        ].filter { pair in pair.commands.allSatisfy { $0.places.contains(place) } }
      )
  }
}

extension BoardState {
  /// The goal for a period of the owner whose deals are shown, else of the whole team, that in money
  /// before one in deals; `nil` where none is set.
  fileprivate func goal(for period: Period, in currency: Currency) -> Goal? {
    let goals = workspace.goals.filter {
      $0.pipeline == pipelineID && $0.owner == narrowing.owner && $0.period == period
    }
    func isCounted(in wanted: Currency?) -> (Goal) -> Bool {
      { Coverage(of: $0, asOf: self.workspace.today).currency == wanted }
    }
    return goals.first(where: isCounted(in: currency)) ?? goals.first(where: isCounted(in: nil))
  }

  /// Opens why a number is what it is, over what is open now; what stood there before is not shown
  /// for it.
  mutating func explain(_ question: ReportQuestion) {
    reports[.explanation] = nil
    layers.push(ReportLayer(.explanation(question)))
  }
}

extension ReportChoices {
  /// Changes what a command names to the next there is.
  mutating func change(_ command: Command) {
    switch command {
    case .switchPolicy: policy = policy.next
    case .switchCurrency: currencyIndex += 1
    case .sortOwners:
      let orders = grouping.orders
      let present = orders.firstIndex(of: order(of: grouping)) ?? 0
      ownerOrder = orders[(present + 1) % orders.count]
    case .switchGrouping: grouping = grouping.next
    case .switchPeriod: periodLength = periodLength.next
    case .switchMeasure: forecastMeasure = forecastMeasure.next
    default: break
    }
  }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The case after this one, and after the last the first.
  var next: Self {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
