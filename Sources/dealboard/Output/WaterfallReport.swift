import Interchange
import Pipeline

/// A waterfall with the events behind its bars, for a program and for a person.
struct WaterfallReport {
  /// The waterfall.
  let waterfall: Waterfall
  /// The pipeline that it follows.
  let pipeline: SalesPipeline
  /// All pipelines, to name those that deals came from or went to.
  let pipelines: [SalesPipeline]
  /// Whether the events behind the bars are listed.
  let isExplained: Bool

  /// The bars of each currency; explained, with the events as a list beside them.
  var json: JSONValue {
    let bars = WaterfallAnswer.json(waterfall)
    guard isExplained else { return bars }
    return .named([
      "pipeline": .string(pipeline.name),
      "bars": bars,
      "events": .array(entries.map(event)),
    ])
  }

  private func event(_ entry: Waterfall.Entry) -> JSONValue {
    .named([
      "day": JSONValue(entry.day),
      "deal": JSONValue(entry.deal.rawValue),
      "cause": .string(entry.cause.rawValue),
      "currency": .string(entry.currency.code),
      "value": JSONValue(Int128(entry.minorUnits), in: entry.currency),
      "transfer": .bool(entry.isTransfer),
      "elsewhere": JSONValue(elsewhere(entry)),
    ])
  }

  /// A table for each currency, and the events where they are asked for.
  var text: String {
    var lines = Lines()
    lines.add(
      StyledText(pipeline.name, .strong),
      StyledText(" from the end of \(waterfall.first) to the end of \(waterfall.last)", .dim)
    )
    for (currency, flow) in waterfall.byCurrency {
      lines.addBlank()
      lines.add(WaterfallAnswer.table(flow, currency))
    }
    if isExplained { explain(&lines) }
    return lines.text
  }

  /// The pipeline or the currency that a deal came from or went to; `nil` where it did neither.
  private func elsewhere(_ entry: Waterfall.Entry) -> String? {
    switch entry.transfer {
    case .currency(let currency): currency.code
    case .pipeline(let id): pipelines.first { $0.id == id }?.name ?? "another pipeline"
    case nil: nil
    }
  }

  private var entries: [Waterfall.Entry] {
    waterfall.entries.sorted { ($0.day, $0.deal) < ($1.day, $1.deal) }
  }

  private func explain(_ lines: inout Lines) {
    var table = TextTable([
      .words("Day"), .numbers("#"), .words("What"), .numbers("Value"), .words(""),
    ])
    for entry in entries {
      let transfer = elsewhere(entry).map { (entry.cause == .deleted ? "to " : "from ") + $0 }
      table.add([
        StyledText(entry.day.description, .dim),
        StyledText(entry.deal.description),
        StyledText(WaterfallAnswer.words(entry.cause)),
        StyledText(FigureText.money(Int128(entry.minorUnits), entry.currency)),
        StyledText(transfer ?? "", .dim),
      ])
    }
    lines.addBlank()
    lines.add(table)
    guard entries.contains(where: \.isTransfer) else { return }
    lines.add(
      StyledText(
        "A deal from another pipeline or currency counts as created, one to it as deleted.",
        .dim
      )
    )
  }
}
