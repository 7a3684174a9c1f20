import Pipeline
import Store

extension Hindsight {
  /// Looks whether a past day is one; `nil` where it was recorded, or is not past.
  init?(
    asOf day: Day,
    in pipeline: Identifier<SalesPipeline>,
    of store: any PipelineStore,
    clock: Clock
  ) throws(StoreError) {
    let end = clock.zone.start(of: day + 1)
    guard let begins = try Self.historyBegins(after: day, in: pipeline, of: store, clock: clock)
    else { return nil }
    self.init(
      day: day,
      historyBegins: begins,
      deals: try store.dealsBehind(day, endedAt: end, in: pipeline)
    )
  }

  /// The day on which history begins, where that is after a past day; `nil` where the day was recorded,
  /// or is not past.
  static func historyBegins(
    after day: Day,
    in pipeline: Identifier<SalesPipeline>,
    of store: any PipelineStore,
    clock: Clock
  ) throws(StoreError) -> Day? {
    let end = clock.zone.start(of: day + 1)
    guard day < clock.today, let gap = try store.pastGap(day, endedAt: end, in: pipeline)
    else { return nil }
    // A today that DEALBOARD_TODAY holds is the day of the import too, whatever the clock says.
    let imported = gap.importedAt.map { min(clock.zone.day(of: $0), clock.today) }
    return [imported, gap.recordedFrom].compactMap(\.self).min()
  }

  /// A text with the mark below it; `ofPart` where the text is of some of the pipeline's deals.
  func marked(_ text: String, ofPart: Bool) -> String {
    var lines = Lines()
    lines.add(text: text)
    lines.add(StyledText(sentence(besidePart: ofPart), .warning))
    return lines.text
  }

  /// What is said beside the figures; its counts are of the whole pipeline, which is said beside those
  /// of a part.
  func sentence(besidePart isPart: Bool) -> String {
    guard deals.part > 0 else {
      return
        "Hindsight: history begins on \(historyBegins); of \(day) nothing was recorded or imported."
    }
    let part = FigureText.count(deals.part)
    let whole = FigureText.counted(deals.whole, "deal", "deals")
    let are = deals.part == 1 ? "is" : "are"
    let whose = isPart ? ", in the whole pipeline," : ""
    return "Hindsight: \(part) of \(whole) of \(day)\(whose) came with the import of "
      + "\(historyBegins), and \(are) shown with what was known only then."
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
