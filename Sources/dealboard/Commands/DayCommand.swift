import ArgumentParser
import Board
import Interchange
import Pipeline
import Store

/// Says what one person has to do.
struct DayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: "My day: overdue, today by the hour, tomorrow, this week.",
    discussion: """
      The planned steps of your open deals; the week ends on Sunday. --as or --owner names another \
      person.

      Example: dealboard day --owner ana
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  @Option(help: ArgumentHelp("Whose day.", valueName: "name"))
  var owner: String?

  func run() throws {
    let source = try MeetingSource(options, past)
    let person = try self.person(in: source.workspace)
    var deals: [Deal] = []
    try source.workspace.store.deals(asOf: source.day) { deal in
      if deal.owner == person.id, options.pipeline == nil || deal.pipeline == source.pipeline.id {
        deals.append(deal)
      }
    }
    let mine = MyDay(of: deals, owner: person.id, on: source.day)
    let answer = MeetingAnswer(source)
    try Answer.print(json: options.json, answer.json(mine, of: person)) {
      try source.marked(text(mine, person, source), ofPart: true)
    }
  }

  private func person(in workspace: OpenWorkspace) throws(CommandFailure) -> Person {
    if let owner { return try workspace.names.person(owner) }
    guard let person = workspace.actingPerson else {
      throw CommandFailure(
        .usage,
        "\(workspace.actor) is none of the team, so there is no day to show. Name somebody with "
          + "--owner, or say who you are with `dealboard people set NAME --login \(workspace.actor)`."
      )
    }
    return person
  }

  private func text(_ mine: MyDay, _ person: Person, _ source: MeetingSource) -> String {
    let words = source.words
    var lines = Lines()
    lines.add(
      StyledText(person.name, .strong),
      StyledText(", \(words.day(mine.day))", .dim)
    )
    func add(_ heading: String, _ steps: [DueStep], _ when: (DueStep) -> String) {
      guard !steps.isEmpty else { return }
      var table = TextTable(
        [.words(""), .numbers(""), .words(""), .words(""), .words("")],
        hasHeadings: false
      )
      for due in steps {
        table.add([
          StyledText(when(due)), StyledText(due.deal.id.description, .dim),
          StyledText(due.deal.title, .strong), StyledText(due.step.activity.kind.rawValue, .dim),
          StyledText(due.step.activity.text),
        ])
      }
      lines.addBlank()
      lines.add(StyledText(heading, .dim))
      lines.add(table)
    }
    func time(_ due: DueStep) -> String { due.step.minuteOfDay.map { DayText.time(Int($0)) } ?? "" }
    add("Overdue", mine.overdue) { FigureText.dayCount($0.daysLate(on: mine.day)) }
    add("Today", mine.today, time)
    add("Tomorrow", mine.tomorrow, time)
    add("This week", mine.thisWeek) { words.when($0.step) }
    lines.addBlank()
    if mine.overdue.isEmpty, mine.today.isEmpty { lines.add("Nothing is due today.") }
    if !mine.later.isEmpty {
      lines.add(
        StyledText(FigureText.counted(mine.later.count, "step", "steps") + " later", .dim)
      )
    }
    if !mine.withoutStep.isEmpty {
      let count = FigureText.counted(mine.withoutStep.count, "deal has", "deals have")
      lines.add(StyledText("\(count) no next step", .warning))
    }
    return lines.text
  }
}
