import Interchange
import Pipeline

/// A waterfall with the events behind its bars, for a program and for a person.
struct WaterfallReport {
  /// The waterfall.
  let waterfall: Waterfall
  /// The pipeline that it follows.
  let pipeline: SalesPipeline
  /// Whether the events behind the bars are listed.
  let isExplained: Bool

  /// The bars of each currency; explained, with the events as a list beside them.
  var json: JSONValue {
    let bars = WaterfallAnswer.json(waterfall)
    guard isExplained else { return bars }
    return .named(["bars": bars, "events": .array(entries.map(Self.event))])
  }

  private static func event(_ entry: Waterfall.Entry) -> JSONValue {
    .named([
      "day": JSONValue(entry.day),
      "deal": JSONValue(entry.deal.rawValue),
      "cause": .string(entry.cause.rawValue),
      "currency": .string(entry.currency.code),
      "value": JSONValue(Int128(entry.minorUnits), in: entry.currency),
      "transfer": .bool(entry.isTransfer),
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

  private var entries: [Waterfall.Entry] {
    waterfall.entries.sorted { ($0.day, $0.deal) < ($1.day, $1.deal) }
  }

  private func explain(_ lines: inout Lines) {
    var table = TextTable([.words("Day"), .numbers("#"), .words("What"), .numbers("Value")])
    for entry in entries {
      let transfer = entry.isTransfer ? ", another pipeline or currency" : ""
      table.add([
        StyledText(entry.day.description, .dim),
        StyledText(entry.deal.description),
        StyledText(WaterfallAnswer.words(entry.cause) + transfer),
        StyledText(FigureText.money(Int128(entry.minorUnits), entry.currency)),
      ])
    }
    lines.addBlank()
    lines.add(table)
  }
}
