import Pipeline

/// The keys for where one is, to be searched by typing.
struct HelpLayer: Layer {
  private var list: PickList<Command>
  private let title: String

  /// The help for a place: its own keys, then those of everywhere.
  init(place: Place, keyMap: KeyMap) {
    title = phrase("Keys: \(place.title)")
    let places = place == .entry ? [Place.everywhere] : [place, .everywhere]
    list = PickList(
      places.flatMap { place in
        Command.allCases.filter { $0.places.contains(place) }.map { command in
          PickList.Item(
            command,
            title: command.summary,
            keywords: command.keywords,
            detail: keyMap.keys(of: command).map(\.label).joined(separator: " ")
          )
        }
      }
    )
  }

  var place: Place { .entry }
  var takesText: Bool { true }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.escape), Chord(.enter): return .closed([])
    case .typed("?") where list.query.isEmpty: return .closed([])
    default:
      _ = list.take(chord)
      return .handled([])
    }
  }

  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    list.query.insert(text)
    return .handled([])
  }

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
