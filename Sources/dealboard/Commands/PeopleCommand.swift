import ArgumentParser
import Interchange
import Pipeline
import Store

/// Looks after the team.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "List, add and change the people of the team, and hand over their deals.",
    discussion: "Example: dealboard people set \"Ana Kovacs\" --login ana --initials AK",
    subcommands: [ListPeople.self, AddPerson.self, SetPerson.self, HandOverCommand.self],
    defaultSubcommand: ListPeople.self
  )
}

/// Lists people.
struct ListPeople: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the team, those who left included.",
    discussion: "Example: dealboard people list"
  )

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    try PeopleAnswer.print(workspace.structure.people, today: workspace.today, json: options.json)
  }
}

/// Adds a person.
struct AddPerson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add someone; initials are made from the name unless given.",
    discussion: "Example: dealboard people add \"Ana Kovacs\" --login ana"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The full name.")
  var name: String

  @Option(help: "One to four letters that stand for them on a card.")
  var initials: String?

  @Option(help: "A login name that is theirs; may be given more than once.")
  var login: [String] = []

  func run() throws {
    let (workspace, after) = try OpenWorkspace.editing(options) { _ in
      .addPerson(name: name.cleaned, initials: initials, logins: login)
    }
    try PeopleAnswer.print(after.people, today: workspace.today, json: options.json)
  }
}

/// Changes a person.
struct SetPerson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change someone's name, initials, logins, place and cost, or say that they are away.",
    discussion: "Example: dealboard people set ana --away-until 2026-04-10"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The person: a name, the beginning of one, initials or a login.")
  var person: String

  @Option(help: "The new name.")
  var name: String?

  @Option(help: "One to four letters that stand for them on a card.")
  var initials: String?

  @Option(help: "A login name that is theirs, instead of those known; may be given more than once.")
  var login: [String] = []

  @Flag(inversion: .prefixedNo, exclusivity: .chooseLast, help: "Whether they have left the team.")
  var left: Bool?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last day that they are away: 2026-03-31 or +2w.", valueName: "day")
  )
  var awayUntil: DayArgument?

  @Flag(help: "Say that they are back.")
  var back = false

  @Option(help: ArgumentHelp("Their place in the team's order, from 1.", valueName: "number"))
  var place: Int?

  @Option(
    help: ArgumentHelp("What an hour of theirs costs: 85, USD 90, none.", valueName: "amount")
  )
  var hourlyCost: AmountArgument?

  func validate() throws {
    if back, awayUntil != nil {
      throw ValidationError("--back and --away-until contradict each other.")
    }
    if let place, place < 1 { throw ValidationError("Places count from 1.") }
  }

  func run() throws {
    // Where there is no file there is nobody to change.
    let workspace = try OpenWorkspace.changing(options)
    var person = try workspace.names.person(person)
    if let name { person.name = name.cleaned }
    if let initials { person.initials = initials }
    if !login.isEmpty { person.logins = login.filter { !TextArgument.isNone($0) } }
    if let left { person.isActive = !left }
    if back { person.awayUntil = nil }
    if let awayUntil { person.awayUntil = try awayUntil.day(today: workspace.today) }
    if let hourlyCost {
      person.hourlyCost = try hourlyCost.money(in: workspace.structure.settings.currency)
    }
    var edits: [StructureEdit] = [.setPerson(person)]
    if let place {
      var order = workspace.structure.people.map(\.id).filter { $0 != person.id }
      order.insert(person.id, at: min(place - 1, order.count))
      edits.append(.orderPeople(order))
    }
    let structure = try workspace.edit(edits)
    if left == true { try warnOfOpenDeals(of: person, in: workspace) }
    try PeopleAnswer.print(structure.people, today: workspace.today, json: options.json)
  }

  /// Says whose deals nobody looks after any more, and how somebody will.
  private func warnOfOpenDeals(of person: Person, in workspace: OpenWorkspace) throws {
    let open = try workspace.deals(asOf: workspace.today)
      .count { $0.owner == person.id && $0.status.isOpen }
    guard open > 0 else { return }
    let deals = FigureText.counted(open, "open deal", "open deals")
    Console.writeError(
      TerminalText.safe(
        "\(person.name) leaves \(deals): `dealboard people hand-over \"\(person.name)\" NAME`"
          + " gives them to somebody."
      )
    )
  }
}

/// Prints people.
enum PeopleAnswer {
  /// Prints them in the team's order.
  static func print(_ people: [Person], today: Day, json: Bool) throws {
    let value = JSONValue.array(
      people.map { person in
        .named([
          "name": .string(person.name),
          "initials": .string(person.initials),
          "logins": JSONValue(person.logins),
          "active": .bool(person.isActive),
          "away_until": JSONValue(person.awayUntil),
          "hourly_cost": JSONValue(person.hourlyCost),
          "hourly_currency": JSONValue(person.hourlyCost?.currency.code),
        ])
      }
    )
    try Answer.print(json: json, value) {
      var lines = Lines()
      guard !people.isEmpty else {
        lines.add("Nobody is on the team yet. Add someone with `dealboard people add NAME`.")
        return lines.text
      }
      var table = TextTable([
        .words("Name"), .words("Initials"), .words("Logins"), .numbers("An hour"), .words(""),
      ])
      for person in people {
        table.add([
          StyledText(person.name),
          StyledText(person.initials),
          StyledText(person.logins.joined(separator: ", ")),
          StyledText(FigureText.value(person.hourlyCost)),
          StyledText(state(of: person, today: today), .dim),
        ])
      }
      lines.add(table)
      return lines.text
    }
  }

  private static func state(of person: Person, today: Day) -> String {
    if !person.isActive { return "left" }
    guard person.isAway(on: today), let day = person.awayUntil else { return "" }
    return "away until \(day)"
  }
}
