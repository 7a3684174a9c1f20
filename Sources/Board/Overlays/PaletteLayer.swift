import Pipeline

/// Every command, found by typing, with its key beside it.
struct PaletteLayer: PickLayer {
  var list: PickList<Command>
  private let hasRecent: Bool

  /// The palette over a board: what was chosen in it last comes first, then what can be done now.
  init(_ board: BoardState) {
    let here: [Place] = [board.layers.top.place, .board, .everywhere]
    let commands = Command.allCases.filter { command in
      command.places.contains { here.contains($0) }
        && ![.palette, .focusStage, .cancel].contains(command)
    }
    let items = commands.map { command in
      PickList.Item(
        command,
        title: command.summary,
        keywords: command.keywords,
        detail: board.keyMap.keys(of: command).first?.label ?? "",
        unavailable: command.unavailable(in: board)
      )
    }
    let able = items.filter { $0.unavailable == nil }
    let recent = board.recentCommands.compactMap { command in
      able.first { $0.value == command }
    }
    hasRecent = !recent.isEmpty
    list = PickList(
      recent + able.filter { !board.recentCommands.contains($0.value) }
        + items.filter { $0.unavailable != nil }
    )
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let item = list.current else { return .handled([]) }
    if let reason = item.unavailable { return .handled(board.refuse(reason)) }
    return .closing { board in
      board.recentCommands.removeAll { $0 == item.value }
      board.recentCommands.insert(item.value, at: 0)
      return board.perform(item.value, clock)
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.drawSearch(
      on: &canvas,
      over: screen,
      title: ":",
      hint: phrase("enter do it  esc close"),
      note: hasRecent ? phrase("recent first") : ""
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "type", label: phrase("find")), Hint(keys: "ent", label: phrase("do it")),
      Hint(keys: "esc", label: phrase("close")),
    ]
  }
}

extension BoardState {
  /// Does a command by name, as its key would.
  fileprivate mutating func perform(_ command: Command, _ clock: BoardClock) -> [Effect] {
    let match = KeyMap.Match(command: command, index: 0)
    let top = layers.top.place
    if command.places.contains(top), top != .board {
      return offer { layer, board in layer.perform(match, &board, clock) } ?? []
    }
    if command.places.contains(.board) { return perform(match, clock) }
    return performAnywhere(command, clock)
  }
}

extension PaletteLayer {
  /// The commands it lists, in their order.
  var commands: [Command] { list.items.map(\.value) }
}
