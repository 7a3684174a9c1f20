import Pipeline

/// Hands all open deals of an owner over: first whose, then to whom; one undo step.
struct HandOverLayer: PickLayer {
  private let counts: [Identifier<Person>?: Int]
  /// Whose deals, once that was chosen.
  private var giver: (owner: Identifier<Person>?, name: String)?
  var list: PickList<Identifier<Person>?>

  /// Counts the open deals of all pipelines, whatever the board is narrowed to.
  init(_ board: BoardState) {
    var counts: [Identifier<Person>?: Int] = [:]
    for pipeline in board.workspace.pipelines {
      for (owner, open) in board.workspace.live(pipeline.id).owners where open.deals > 0 {
        counts[owner, default: 0] += open.deals
      }
    }
    self.counts = counts
    let items = Self.owners(of: board).compactMap { owner, name in
      counts[owner].map {
        PickList.Item(
          owner,
          title: name,
          detail: board.marking(owner, FigureText.count($0, "open deal"))
        )
      }
    }
    let present = board.focusedDeal.map(\.owner) ?? board.narrowing.owner
    list = PickList(items, selected: items.firstIndex { $0.value == present } ?? 0)
  }

  private static func owners(
    of board: BoardState
  ) -> [(owner: Identifier<Person>?, name: String)] {
    board.workspace.people.map { ($0.id, $0.name) } + [(nil, phrase("nobody"))]
  }

  mutating func leave(_ board: inout BoardState) -> Response {
    guard giver != nil else { return .closed([]) }
    self = HandOverLayer(board)
    return .handled([])
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let chosen = list.current else { return .handled([]) }
    guard let giver else {
      askForTaker(of: (chosen.value, chosen.title), board)
      return .handled([])
    }
    let taker = (owner: chosen.value, name: chosen.title)
    return .closed(board.handOver(from: giver, to: taker, clock))
  }

  private mutating func askForTaker(
    of giver: (owner: Identifier<Person>?, name: String),
    _ board: BoardState
  ) {
    self.giver = giver
    let active = Set(board.workspace.people.filter(\.isActive).map(\.id))
    list = PickList(
      Self.owners(of: board)
        .filter { $0.owner != giver.owner && $0.owner.map(active.contains) != false }
        .map {
          PickList.Item($0.owner, title: $0.name, detail: board.marking($0.owner, has($0.owner)))
        }
    )
  }

  private func has(_ owner: Identifier<Person>?) -> String {
    FigureText.count(counts[owner] ?? 0, "open deal")
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let title =
      giver.map { giver in
        phrase("\(FigureText.count(counts[giver.owner] ?? 0, "deal")) of \(giver.name) go to")
      } ?? phrase("Hand over all open deals of")
    list.draw(on: &canvas, over: screen, title: title, columns: 56)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "ent", label: giver == nil ? phrase("choose") : phrase("hand over")),
      Hint(keys: "esc", label: giver == nil ? phrase("cancel") : phrase("back")),
    ]
  }
}

extension BoardState {
  /// Makes every open deal of an owner another's, in all pipelines, as one step.
  fileprivate mutating func handOver(
    from giver: (owner: Identifier<Person>?, name: String),
    to taker: (owner: Identifier<Person>?, name: String),
    _ clock: BoardClock
  ) -> [Effect] {
    let deals = workspace.allDeals
      .filter { $0.owner == giver.owner && $0.status.isOpen && !$0.isDeleted }
      .sorted { $0.id.rawValue < $1.id.rawValue }
    return act(
      on: deals,
      words: { .handedOver($0, of: giver.name, to: taker.name) },
      changes: { _ in [(.ownerSet(taker.owner), clock.today)] },
      clock
    )
  }
}
