import ArgumentParser
import Interchange
import Pipeline
import Store

/// Looks after the team.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "List, add and change the people of the team.",
    discussion: "Example: dealboard people set \"Ana Kovacs\" --login ana --initials AK",
    subcommands: [ListPeople.self, AddPerson.self, SetPerson.self],
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
    try PeopleAnswer.print(workspace.structure.people, json: options.json)
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
    let workspace = try OpenWorkspace.writing(options)
    let edit = StructureEdit.addPerson(name: name.trimmed, initials: initials, logins: login)
    try PeopleAnswer.print(try workspace.store.edit(edit).people, json: options.json)
  }
}

/// Changes a person.
struct SetPerson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change someone's name, initials and logins, or say that they left.",
    discussion: "Example: dealboard people set ana --left"
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

  func run() throws {
    let workspace = try OpenWorkspace.writing(options)
    var person = try workspace.names.person(person)
    if let name { person.name = name.trimmed }
    if let initials { person.initials = initials }
    if !login.isEmpty { person.logins = login.filter { !TextArgument.isNone($0) } }
    if let left { person.isActive = !left }
    try PeopleAnswer.print(try workspace.store.edit(.setPerson(person)).people, json: options.json)
  }
}

/// Prints people.
enum PeopleAnswer {
  /// Prints them in the order they came.
  static func print(_ people: [Person], json: Bool) throws {
    let value = JSONValue.array(
      people.map { person in
        .named([
          "name": .string(person.name),
          "initials": .string(person.initials),
          "logins": JSONValue(person.logins),
          "active": .bool(person.isActive),
        ])
      }
    )
    try Answer.print(json: json, value) {
      var lines = Lines()
      guard !people.isEmpty else {
        lines.add("Nobody is on the team yet. Add someone with `dealboard people add NAME`.")
        return lines.text
      }
      var table = TextTable([.words("Name"), .words("Initials"), .words("Logins"), .words("")])
      for person in people {
        table.add([
          StyledText(person.name),
          StyledText(person.initials),
          StyledText(person.logins.joined(separator: ", ")),
          StyledText(person.isActive ? "" : "left", .dim),
        ])
      }
      lines.add(table)
      return lines.text
    }
  }
}
