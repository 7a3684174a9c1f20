import Pipeline

/// Chooses whose deals are shown.
struct OwnerLayer: PickLayer {
  enum Choice: Sendable {
    case everyone
    case person(Identifier<Person>)
    case nobody
  }

  var list: PickList<Choice>

  init(board: BoardState) {
    let owners = board.workspace.live(board.pipelineID).owners
    func deals(_ owner: Identifier<Person>?) -> Int { owners[owner]?.deals ?? 0 }
    func item(_ choice: Choice, _ title: String, _ count: Int) -> PickList<Choice>.Item {
      PickList<Choice>.Item(choice, title: title, detail: FigureText.count(count, "deal"))
    }
    let people = board.workspace.people.filter { $0.isActive || deals($0.id) > 0 }
    let all = owners.values.reduce(0) { $0 + $1.deals }
    list = PickList(
      [item(.everyone, phrase("everyone"), all)]
        + people.map { person in
          var item = item(.person(person.id), person.name, deals(person.id))
          item.detail = board.marking(person.id, item.detail)
          return item
        }
        + [item(.nobody, phrase("nobody's"), deals(nil))],
      selected: board.narrowing.owner.flatMap { owner in
        people.firstIndex { $0.id == owner }.map { $0 + 1 }
      } ?? 0
    )
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let choice = list.current?.value else { return .handled([]) }
    return .closed(board.narrow(to: Self.narrowing(choice, board.narrowing)))
  }

  /// The choice on top of the filter that holds; a term about owners in it gives way.
  private static func narrowing(_ choice: Choice, _ present: Narrowing) -> Narrowing {
    let words = present.filterText.split(separator: " ").filter { !$0.hasPrefix("owner:none") }
    let rest = words.joined(separator: " ")
    switch choice {
    case .everyone: return Narrowing(filterText: rest)
    case .person(let person): return Narrowing(owner: person, filterText: rest)
    case .nobody: return Narrowing(filterText: rest.isEmpty ? "owner:none" : rest + " owner:none")
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(on: &canvas, over: screen, title: phrase("Whose deals?"), columns: 52)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("show")), Hint(keys: "esc", label: phrase("cancel"))]
  }
}
