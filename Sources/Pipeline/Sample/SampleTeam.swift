/// The six people of the sample.
struct SampleTeam {
  struct Member {
    let name: String
    /// How much of the new business is theirs.
    let share: Int
    /// Percent points of the deals at a stage that they lose less of than the others.
    let skill: Int
  }

  static let members = [
    Member(name: "Ana Ribeiro", share: 24, skill: 3),
    Member(name: "Jonas Meyer", share: 21, skill: 1),
    Member(name: "Rita Sato", share: 19, skill: 2),
    Member(name: "Tom Okafor", share: 15, skill: 0),
    Member(name: "Inès Laurent", share: 12, skill: -1),
    Member(name: "Piet de Vries", share: 9, skill: -3),
  ]

  /// The one who came last, and took some deals over then.
  static let newcomer = 5
  /// The one whose deals the newcomer took over.
  static let mentor = 0

  /// The day the newcomer came.
  static func newcomersFirstDay(today: Day) -> Day {
    SampleCalendar.workday(onOrAfter: today.adding(months: -8))
  }

  /// Who gets a new customer on a day.
  static func owner(on day: Day, today: Day, dice: inout SampleDice) -> Int {
    let present = day < newcomersFirstDay(today: today) ? newcomer : members.count
    return dice.pick(
      weighted: members[..<present].enumerated().map { ($0.offset, $0.element.share) }
    )
  }
}
