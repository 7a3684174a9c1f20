import Pipeline

/// The saved filters: one to use, or a name to save the present filter under.
struct SavedFiltersLayer: PickLayer {
  var list: PickList<SavedFilter>
  private let known: [SavedFilter]

  init(board: BoardState) {
    known = board.workspace.filters
    list = PickList(
      known.map { PickList<SavedFilter>.Item($0, title: $0.name, detail: $0.text) },
      selected: known.firstIndex { $0.text == board.narrowing.filterText } ?? 0
    )
  }

  mutating func takeOwn(_ chord: Chord, _ board: inout BoardState) -> Response? {
    switch chord {
    case Chord(.character("s"), .control): save(&board)
    case Chord(.character("d"), .control): remove(&board)
    default: nil
    }
  }

  /// Uses the chosen filter; a name that none has saves the present one under it.
  func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let filter = list.current?.value else { return save(&board) }
    let effects = board.narrow(
      to: Narrowing(owner: board.narrowing.owner, filterText: filter.text)
    )
    if let complaint = board.complaint(aboutFilter: filter.text) {
      return .handled(board.refuse(phrase("\(filter.name) cannot be used now. \(complaint)")))
    }
    return .closed(effects)
  }

  private func save(_ board: inout BoardState) -> Response {
    let name = list.query.text.trimmed
    guard !name.isEmpty else {
      return .handled(board.refuse(phrase("Type a name for the filter first.")))
    }
    guard !board.narrowing.filterText.isEmpty else {
      return .handled(board.refuse(phrase("There is no filter to save. / sets one.")))
    }
    if let readOnlyReason = board.readOnlyReason {
      return .handled(board.refuse(readOnlyReason))
    }
    let edit = WorkspaceEdit.saveFilter(name: name, text: board.narrowing.filterText)
    return .closed(board.keep(.edit(edit, done: phrase("Saved the filter as \(name)."))))
  }

  private func remove(_ board: inout BoardState) -> Response {
    guard let filter = list.current?.value else { return .handled([]) }
    if let readOnlyReason = board.readOnlyReason {
      return .handled(board.refuse(readOnlyReason))
    }
    return .closed(
      board.keep(
        .edit(.removeFilter(filter.id), done: phrase("Removed the filter \(filter.name)."))
      )
    )
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let isEmpty = board.narrowing.filterText.isEmpty
    list.draw(
      on: &canvas,
      over: screen,
      title: phrase("Saved filters"),
      hint: isEmpty ? "" : phrase("or a name to save this one"),
      columns: 64,
      empty: isEmpty
        ? known.isEmpty
          ? phrase("None yet. / sets a filter, f then saves it under a name.")
          : phrase("None is called so. / sets a filter, f then saves it under a name.")
        : phrase("enter saves \(board.narrowing.filterText)")
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    var hints = [Hint(keys: "ent", label: phrase("use"))]
    if !board.narrowing.filterText.isEmpty { hints.append(Hint(keys: "^s", label: phrase("save"))) }
    if !known.isEmpty { hints.append(Hint(keys: "^d", label: phrase("remove"))) }
    return hints + [Hint(keys: "esc", label: phrase("cancel"))]
  }
}
