import Pipeline

extension BoardState {
  /// Until when somebody of the team is away; `nil` of who is here, and of nobody.
  func away(_ person: Identifier<Person>?) -> String? {
    guard let person = person.flatMap({ workspace.person($0) }), person.isAway(on: clock.today),
      let until = person.awayUntil
    else { return nil }
    return phrase("away until \(DayText.date(until, today: clock.today))")
  }

  /// What stands beside somebody in a list, and before it that they are away.
  func marking(_ person: Identifier<Person>?, _ detail: String) -> String {
    [away(person), detail].compactMap(\.self).joined(separator: " · ")
  }
}
