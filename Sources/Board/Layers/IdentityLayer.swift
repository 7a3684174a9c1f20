import Pipeline

/// Asks who the user is: one of the team, or somebody new by typing a name.
struct IdentityLayer: PickLayer {
  enum Choice: Sendable {
    case person(Person)
    case new
  }

  private let actor: String
  var list: PickList<Choice>

  init(board: BoardState) {
    actor = board.actor
    let people = board.workspace.people.filter(\.isActive)
    list = PickList(
      people.map { PickList<Choice>.Item(.person($0), title: $0.name, detail: $0.initials) }
        + [PickList<Choice>.Item(.new, title: phrase("somebody new: \(board.actor)"))]
    )
  }

  mutating func leave(_ board: inout BoardState) -> Response { .closed(board.dropIdentityOffer()) }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    .closed(board.dropIdentityOffer() + board.keep(.identity(identity)))
  }

  /// Who is meant: the person that is chosen, else the name that was typed.
  private var identity: Identity {
    if case .person(let person) = list.current?.value { return .person(person.id) }
    let typed = list.query.text.trimmed
    return .new(name: typed.isEmpty ? actor : typed)
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(
      on: &canvas,
      over: screen,
      title: phrase("Who are you?"),
      hint: phrase("or type your name"),
      field: phrase("name"),
      empty: phrase("enter joins as \(list.query.text.trimmed)")
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("that is me")), Hint(keys: "esc", label: phrase("not now"))]
  }
}

extension BoardState {
  /// Whether a line offers to say who the user is.
  var isIdentityOffered: Bool { offersIdentity && me == nil && readOnlyReason == nil }

  /// Offers no more; that it was offered is remembered.
  mutating func dropIdentityOffer() -> [Effect] {
    guard offersIdentity else { return [] }
    offersIdentity = false
    return [.save(.askedWho(actor))]
  }
}
