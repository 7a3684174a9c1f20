import Pipeline

/// What each stage's history suggests beside what is set: the probability that it teaches, and the
/// limit for stuck.
struct SuggestionLines {
  let figures: Figures
  /// What its numbers are asked with.
  let scope: ReportScope

  /// Adds one table, or two where one has no room.
  func add(to page: inout ReportPage, width: Int) {
    let suggestions = figures.suggestions
    page.addBlank()
    page.addHeading(phrase("LEARNED FROM HISTORY"), width: width)
    let sentence = phrase(
      "probability: won of the closed deals that reached the stage; stuck limit:"
    )
    page.addSentence(
      sentence + phrase(" 75 % of the won deals spent no more days there; n/a under 20 cases"),
      .dim,
      width: width
    )
    let parts = [SuggestedFigure.Kind.probability, .stuckLimit]
    let whole = table(suggestions, parts)
    if whole.fits(width) { return page.add(whole.lines(width: width)) }
    for (index, part) in parts.enumerated() {
      if index > 0 { page.addBlank() }
      page.add(table(suggestions, [part]).lines(width: width))
    }
  }

  private func table(
    _ suggestions: [StageSuggestion],
    _ parts: [SuggestedFigure.Kind]
  ) -> ReportTable {
    var table = ReportTable(
      [.words(phrase("Stage"), least: 8)]
        + parts.flatMap { part -> [ReportTable.Column] in
          switch part {
          case .probability:
            [.numbers(phrase("Probability")), .numbers(phrase("learned")), .numbers("n")]
          case .stuckLimit:
            [.numbers(phrase("Stuck after")), .numbers(phrase("suggested")), .numbers("n")]
          }
        }
    )
    for (place, suggestion) in suggestions.enumerated() {
      table.add(
        [.init(suggestion.stage.name)] + parts.flatMap { entries(suggestion, place, $0) }
      )
    }
    return table
  }

  private func entries(
    _ suggestion: StageSuggestion,
    _ place: Int,
    _ part: SuggestedFigure.Kind
  ) -> [ReportTable.Entry] {
    let set: String?
    let suggested: String?
    let cases: Int
    switch part {
    case .probability:
      set = suggestion.stage.probability.map { "\($0.percent) %" }
      suggested = suggestion.probability.map { "\($0.percent) %" }
      cases = suggestion.winRate.whole
    case .stuckLimit:
      set = suggestion.stage.stuckLimit.map { "\($0)d" }
      suggested = suggestion.stuckLimit.map { "\($0)d" }
      cases = suggestion.daysOfWon.count
    }
    let question = ReportQuestion(.suggestion(SuggestedFigure(part, of: place)), in: scope)
    return [
      .init(set ?? "–", set == nil ? .dim : .text),
      .init(
        suggested ?? FigureText.missing,
        suggested == nil ? .dim : .strong,
        suggested == nil ? [] : .bold,
        target: .question(question)
      ),
      .init(FigureText.grouped(cases), .dim),
    ]
  }
}
