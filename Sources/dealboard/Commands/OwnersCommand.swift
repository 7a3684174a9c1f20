import ArgumentParser
import Interchange
import Pipeline

/// Prints what each owner has, won and lost.
struct OwnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owners",
    abstract: "What each owner has open, won and lost.",
    discussion: """
      With --explain the figures of each owner are explained: open-deals, open-value, \
      average-size, stale, won, lost, win-rate, won-value and age-at-win. An owner is listed whose \
      deals are all closed, too; the window picks only which closed deals count.

      Example: dealboard owners --window 2026-Q1
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var noConversion: NoConversionOptions
  @OptionGroup var explaining: ExplainOptions

  func run() throws {
    noConversion.noteUnused()
    let source = try FigureSource(options, figures)
    if explaining.explain {
      if figures.by != nil {
        throw CommandFailure(.usage, "The owners are explained one by one already. Leave --by out.")
      }
      return try source.grouped(by: .owner).explain(
        explaining,
        policy: .reached,
        json: options.json
      ) { number in
        guard case .figure(let name) = number else { return false }
        return Self.shown.contains(name.kind) && name.stage == nil
      }
    }
    let answer = FigureAnswer(
      empty: source.counter,
      json: { counter in
        let owners = counter.figures.owners(named: source.names.people)
        return .array(owners.map { .object(OwnerJSON(name: $0.name, figures: $0.figures).all) })
      },
      text: { text($0.figures, source.names) }
    )
    try source.print(answer, json: options.json) { $0.count($1) }
  }

  /// What the table shows of each owner.
  private static let shown: Set<FigureName.Kind> = [
    .openDeals, .openValue, .averageSize, .stale, .won, .lost, .winRate, .wonValue, .ageAtWin,
  ]

  private func text(_ figures: Figures, _ names: StructureNames) -> String {
    var table = TextTable([
      .words("Owner"), .numbers("Open"), .words("Open value"), .words("Average"), .numbers("Stale"),
      .numbers("Won"), .numbers("Lost"), .words("Win rate"), .words("Won value"),
      .words("Age at win"),
    ])
    for (name, owner) in figures.owners(named: names.people) {
      let won = owner.closed.filter { $0.value.outcomes.won > 0 }.map {
        FigureText.money($0.value.won.minorUnits, $0.currency)
      }
      let open = owner.open.byCurrency.filter { $0.value.value.valued > 0 }.map {
        FigureText.money($0.value.value.minorUnits, $0.currency)
      }
      let means = owner.open.byCurrency.compactMap { part in
        part.value.value.mean.map { FigureText.money($0, part.currency) }
      }
      let age = owner.outcomes.agesAtWin.mean.map { "mean \(FigureText.days($0))" }
      table.add([
        StyledText(name ?? "(nobody)", name == nil ? .dim : .plain),
        StyledText(FigureText.count(owner.open.deals)),
        StyledText(open.joined(separator: ", ")),
        StyledText(means.joined(separator: ", ")),
        StyledText(FigureText.count(owner.open.stale), owner.open.stale > 0 ? .warning : .plain),
        StyledText(FigureText.count(owner.outcomes.won)),
        StyledText(FigureText.count(owner.outcomes.lost)),
        StyledText(FigureText.share(owner.winRate, none: "none closed")),
        StyledText(won.joined(separator: ", ")),
        StyledText(age ?? "n/a: \(owner.outcomes.noAgeAtWin)", age == nil ? .dim : .plain),
      ])
    }
    var lines = Lines()
    if table.isEmpty {
      lines.add(self.figures.owner == nil ? "There are no deals yet." : "There are no such deals.")
    } else {
      lines.add(table)
    }
    return lines.text
  }
}
