import Pipeline

/// A funnel for a person: conversion, what is lost where and why, what history suggests.
struct FunnelText {
  /// The figures.
  let figures: Figures
  /// The deals lost in the window.
  let losses: Losses
  /// Who counts as converted.
  let policy: ConversionPolicy

  /// All lines.
  var text: String {
    var lines = Lines()
    lines.add(
      StyledText(figures.pipeline.name, .strong),
      StyledText(
        " as of \(figures.asOf), policy \(policy.rawValue), deals first there in "
          + MetricsText.days(figures.window),
        .dim
      )
    )
    lines.add(conversions)
    let back = figures.regressions
    let moves = FigureText.counted(back.moves, "move", "moves")
    let deals = FigureText.counted(back.deals, "deal", "deals")
    lines.add(StyledText("\(moves) back to an earlier stage, of \(deals).", .dim))
    for stage in figures.putAway where stage.open.deals > 0 {
      let deals = FigureText.counted(stage.open.deals, "open deal", "open deals")
      let name = stage.stage.name
      lines.add(StyledText("\(deals) in \(name), which was put away: no step of this way.", .dim))
    }
    addLosses(to: &lines)
    addSuggestions(to: &lines)
    return lines.text
  }

  private var conversions: TextTable {
    var table = TextTable([
      .words("Stage"), .numbers("Reached"), .numbers("Went on"), .numbers("Failed"),
      .numbers("Pending"), .words("Conversion"),
    ])
    for stage in figures.stages {
      let conversion = stage[policy]
      let isWorst = conversion.share.ratio != nil && conversion.share.ratio == worst
      table.add([
        StyledText(stage.stage.name),
        StyledText(FigureText.count(conversion.asked)),
        StyledText(FigureText.count(conversion.converted)),
        StyledText(FigureText.count(conversion.failed)),
        StyledText(FigureText.count(conversion.pending)),
        StyledText(
          FigureText.share(conversion.share, none: "none went on or failed")
            + (isWorst ? ", leaks most" : ""),
          isWorst && !conversion.share.isThin ? .bad : .plain
        ),
      ])
    }
    return table
  }

  private var worst: Ratio? {
    let rates = figures.stages.compactMap { $0[policy].share.ratio }
    guard let worst = rates.min(), worst < Ratio(1) else { return nil }
    return worst
  }

  private func addLosses(to lines: inout Lines) {
    lines.addBlank()
    guard losses.whole.deals > 0 else {
      lines.add(StyledText("Nothing was lost in the window.", .dim))
      return
    }
    var reasons = TextTable([.words("Lost because of"), .numbers("Deals"), .words("Value")])
    for (reason, row) in losses.byReason {
      reasons.add([
        StyledText(reason?.text ?? "(no reason given)", reason == nil ? .dim : .plain),
        StyledText(FigureText.count(row.deals)), StyledText(MetricsText.sums(row.byCurrency)),
      ])
    }
    lines.add(reasons)
    lines.addBlank()
    var stages = TextTable([.words("Lost in"), .numbers("Deals"), .words("Value")])
    for (stage, row) in losses.byStage {
      stages.add([
        StyledText(stage.name), StyledText(FigureText.count(row.deals)),
        StyledText(MetricsText.sums(row.byCurrency)),
      ])
    }
    lines.add(stages)
  }

  private func addSuggestions(to lines: inout Lines) {
    let suggestions = figures.suggestions.filter { $0.probability != nil || $0.stuckLimit != nil }
    guard !suggestions.isEmpty else { return }
    var table = TextTable([
      .words("Stage"), .numbers("Set"), .numbers("Learned"), .words("Of"), .numbers("Stuck after"),
    ])
    for suggestion in suggestions {
      func percent(_ probability: Probability?) -> String {
        probability.map { "\($0.percent) %" } ?? ""
      }
      table.add([
        StyledText(suggestion.stage.name),
        StyledText(percent(suggestion.stage.probability)),
        StyledText(percent(suggestion.probability)),
        StyledText(
          FigureText.counted(suggestion.winRate.whole, "closed deal", "closed deals"),
          .dim
        ),
        StyledText(suggestion.stuckLimit.map(FigureText.dayCount) ?? ""),
      ])
    }
    lines.addBlank()
    lines.add(StyledText("What history suggests; `dealboard stages set` takes it over:", .dim))
    lines.add(table)
  }
}
