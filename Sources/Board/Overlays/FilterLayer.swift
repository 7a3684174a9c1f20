import Pipeline

/// The filter line: the board narrows as one types.
struct FilterLayer: Layer {
  private var field: TextField
  private let before: Narrowing
  /// What is wrong with the filter, once enter was pressed on it.
  private var problem: String?

  /// A line that begins with the present filter.
  init(_ board: BoardState) {
    before = board.narrowing
    field = TextField(board.narrowing.filterText)
  }

  var place: Place { .entry }
  var takesText: Bool { true }
  var coversFooter: Bool { true }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch (chord.key, chord.modifiers) {
    case (.escape, []): return .closed(board.narrow(to: before))
    case (.enter, []):
      guard let error = board.error(inFilter: field.text) else {
        return .closing { $0.openOnlyHit() }
      }
      // What the line showed on the way there is another filter than the one that was typed.
      problem = error.sentence
      return .handled(board.narrow(to: before))
    case (.up, []), (.down, []):
      // The focus can be moved among what is found without leaving the line.
      board.setFocus(board.focus.column, row: board.focus.row + (chord.key == .up ? -1 : 1))
      return .handled([])
    default: break
    }
    let typed = field.text
    let completion = Completion(ofTermIn: typed, board)
    guard field.take(completion, on: chord) || field.take(chord) else { return .handled([]) }
    if typed != field.text { problem = nil }
    return .handled(typed == field.text ? [] : narrow(&board))
  }

  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    problem = nil
    field.insert(text)
    return .handled(narrow(&board))
  }

  private func narrow(_ board: inout BoardState) -> [Effect] {
    board.narrow(
      to: Narrowing(owner: before.owner, filterText: field.text),
      orTo: field.text.withoutBegunTerm,
      focusesFound: true
    )
  }

  /// Whether something depends on the deals that the line finds, and not only on its text.
  func needsWhatIsFound(for action: Action) -> Bool {
    if case .key(let chord) = action { return [Chord(.up), Chord(.down)].contains(chord) }
    if case .mouse = action { return true }
    return false
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let row = canvas.rows - 2
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: canvas.columns), Style(.text))
    canvas.put("/", row: row, column: 1, Style(.key, .bold))
    let completion = Completion(ofTermIn: field.text, board)?.rest ?? ""
    let complaint = problem ?? board.complaint(aboutFilter: field.text) ?? ""
    TypedLine(
      field: field,
      completion: completion,
      said: complaint,
      role: problem == nil ? .warn : .bad,
      below: StatusLine(board)
    ).draw(
      on: &canvas,
      row: row,
      column: 3,
      hint: phrase(
        "words  owner:ana  stage:demo  value:>10k  idle:>14  close:this-month  label:hot"
      )
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    let goesOn = field.isCursorAtEnd && Completion(ofTermIn: field.text, board) != nil
    return [Hint(keys: "ent", label: phrase("keep"))]
      + (goesOn ? [Hint(keys: "tab", label: phrase("complete"))] : [])
      + [Hint(keys: "esc", label: phrase("as before"))]
  }
}

extension String {
  /// The filter without its last word, where that may become the name of a term: the board would
  /// otherwise go blank on the way to `owner:ana`; `nil` where it cannot.
  fileprivate var withoutBegunTerm: String? {
    guard let last = split(separator: " ").last, hasSuffix(last) else { return nil }
    let begun = last.lowercased().drop { $0 == "-" }
    let names = InputWords.current.fields.keys
    return names.contains { $0.hasPrefix(begun) } ? String(dropLast(last.count)) : nil
  }
}

extension BoardState {
  /// Opens the deal that a filter found, where it found that one alone, on the board or in the list.
  ///
  /// Where that is still being found, once it is.
  mutating func openOnlyHit() -> [Effect] {
    guard awaitedNarrowing == nil else {
      awaitedNarrowing?.opensOnlyHit = true
      return []
    }
    guard !narrowing.filterText.isEmpty else { return [] }
    if layers.isBoardOnTop {
      let found = ((0..<stageCount).map(ColumnPlace.stage) + [.won]).filter { column($0).count > 0 }
      guard let place = found.first, found.count == 1, column(place).count == 1 else { return [] }
      setFocus(onColumn: place)
      return openDeal()
    }
    guard let list = layers.top as? DealListLayer, let loaded = reports[.list],
      loaded.awaited == nil, let report = DealListLayer.report(in: self), report.deals.count == 1
    else { return [] }
    let deal = report.deals[0].id
    guard list.subject(in: self) == .deal(deal) else { return [] }
    layers.push(DealLayer(deal))
    return [.loadHistory(deal)]
  }

  /// What is wrong with a filter; `nil` where it is understood or still being typed.
  func complaint(aboutFilter text: String) -> String? {
    guard let error = error(inFilter: text) else { return nil }
    if case .unfinished = error.reason { return nil }
    return error.sentence
  }

  /// Why a filter is not understood; `nil` where it is.
  func error(inFilter text: String) -> DealFilterError? {
    let context = DealFilter.Context(
      pipelines: workspace.pipelines,
      people: workspace.people,
      today: workspace.today
    )
    do throws(DealFilterError) {
      _ = try DealFilter(text, in: context)
      return nil
    } catch {
      return error
    }
  }
}
