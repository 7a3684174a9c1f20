import Pipeline
import Store

/// That a past day is shown as a later import knew it (NUMBERS.md, "Ground rules").
struct Hindsight {
  /// The past day.
  let day: Day
  /// The day on which history begins, that of the import; after `day`.
  let historyBegins: Day

  /// Looks whether a past day is one; `nil` where it was recorded, or is not past.
  init?(
    asOf day: Day,
    in pipeline: Identifier<SalesPipeline>,
    of store: any PipelineStore,
    clock: Clock
  ) throws(StoreError) {
    guard day < clock.today,
      let found = try store.importBehind(
        day,
        endedAt: clock.zone.start(of: day + 1),
        in: pipeline
      )
    else { return nil }
    self.day = day
    // A today that DEALBOARD_TODAY holds is the day of the import too, whatever the clock says.
    historyBegins = min(clock.zone.day(of: found), clock.today)
  }

  /// A text with the mark below it.
  func marked(_ text: String) -> String {
    var lines = Lines()
    lines.add(text: text)
    lines.add(StyledText(sentence, .warning))
    return lines.text
  }

  /// What is said beside the figures.
  var sentence: String {
    "Hindsight: history begins with the import of \(historyBegins), so \(day) is shown with what "
      + "was known only then."
  }
}

extension OpenWorkspace {
  /// The mark of a past day; `nil` where it was recorded, or is not past.
  func hindsight(
    asOf day: Day,
    in pipeline: Identifier<SalesPipeline>
  ) throws -> Hindsight? {
    try Hindsight(asOf: day, in: pipeline, of: store, clock: clock)
  }
}
