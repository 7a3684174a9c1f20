import Pipeline

/// Asks who the user is: one of the team, or somebody new by typing a name.
struct IdentityLayer: Layer {
  private enum Choice: Sendable {
    case person(Person)
    case new
  }

  private let actor: String
  private var list: PickList<Choice>

  var place: Place { .entry }
  var takesText: Bool { true }

  init(board: BoardState) {
    actor = board.actor
    let people = board.workspace.people.filter(\.isActive)
    list = PickList(
      people.map { PickList<Choice>.Item(.person($0), title: $0.name, detail: $0.initials) }
        + [PickList<Choice>.Item(.new, title: phrase("somebody new: \(board.actor)"))]
    )
  }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.escape): return .closed(board.dropIdentityOffer())
    case Chord(.enter):
      return .closed(board.dropIdentityOffer() + [.identify(identity)])
    default: return list.take(chord) ? .handled([]) : .ignored
    }
  }

  /// Who is meant: the person that is chosen, else the name that was typed.
  private var identity: Identity {
    if case .person(let person) = list.current?.value { return .person(person.id) }
    let typed = list.query.text.trimmed
    return .new(name: typed.isEmpty ? actor : typed)
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
