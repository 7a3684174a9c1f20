import Pipeline

/// The keys for where one is, to be searched by typing.
struct HelpLayer: PickLayer {
  var list: PickList<Command>
  private let title: String

  /// The help for a place: its own keys, then those that are understood there too.
  init(place: Place, keyMap: KeyMap, offering offers: (Command) -> Bool = { _ in true }) {
    title = phrase("Keys: \(place.title)")
    let places = place == .entry ? [Place.everywhere] : place.chain
    var listed: Set<Command> = []
    let commands = places.flatMap { lower in
      Command.allCases.filter { command in
        command.places.contains(lower) && listed.insert(command).inserted
          && !Self.isHidden(command, at: place, keyMap) && offers(command)
      }
    }
    list = PickList(
      commands.map { command in
        PickList.Item(
          command,
          title: command.summary,
          keywords: command.keywords,
          detail: keyMap.keys(of: command).map(\.label).joined(separator: " ")
        )
      }
    )
  }

  /// Whether every key of a command means something else at a place.
  private static func isHidden(_ command: Command, at place: Place, _ keyMap: KeyMap) -> Bool {
    let keys = keyMap.keys(of: command)
    guard place == .deal, !keys.isEmpty else { return false }
    return keys.allSatisfy { sequence in
      guard case .match(let match) = keyMap.outcome(of: sequence.chords, at: place) else {
        return false
      }
      return match.command != command
    }
  }

  mutating func takeOwn(_ chord: Chord, _ board: inout BoardState) -> Response? {
    chord == .typed("?") && list.query.isEmpty ? .closed([]) : nil
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response { .closed([]) }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.drawSearch(
      on: &canvas,
      over: screen,
      title: title,
      hint: phrase("type to search, @ a key  esc close")
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "type", label: phrase("search")), Hint(keys: "up/down", label: phrase("scroll")),
      Hint(keys: "esc", label: phrase("close")),
    ]
  }
}

extension HelpLayer {
  /// The commands it lists, in their order.
  var commands: [Command] { list.items.map(\.value) }
}
