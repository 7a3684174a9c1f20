import ArgumentParser
import Interchange
import Pipeline

/// Prints what is coming, month by month.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "What open deals promise for the coming months, per currency.",
    discussion: "Example: dealboard forecast --owner ana"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions

  func run() throws {
    let source = try FigureSource(options, figures)
    let counted = source.figures
    try Answer.print(json: options.json, json(counted, source)) { text(counted) }
  }

  private func json(_ figures: Figures, _ source: FigureSource) -> JSONValue {
    .named([
      "as_of": JSONValue(figures.asOf),
      "pipeline": .string(figures.pipeline.name),
      "forecast": .object(
        figures.byCurrency.map {
          .init(
            $0.currency.code,
            FigureJSON.forecast($0.value.forecast, in: $0.currency)
          )
        }
      ),
      "won_in_as_of_month": .object(
        figures.byCurrency.map {
          .init(
            $0.currency.code,
            FigureJSON.totals($0.value.wonInMonth, in: $0.currency)
          )
        }
      ),
      "by_owner": .array(
        figures.owners(named: source.workspace.names.people).map { name, owner in
          .named([
            "owner": JSONValue(name),
            "forecast": .object(
              owner.forecast.map {
                .init($0.currency.code, FigureJSON.forecast($0.value, in: $0.currency))
              }
            ),
          ])
        }
      ),
    ])
  }

  private func text(_ figures: Figures) -> String {
    var lines = Lines()
    for (currency, part) in figures.byCurrency {
      let won = part.wonInMonth
      lines.add(
        StyledText("\(currency)", .strong),
        StyledText(
          " as of \(figures.asOf); won this month: \(FigureText.money(won.minorUnits, currency)) "
            + "(\(FigureText.counted(won.deals, "deal", "deals")))",
          .dim
        )
      )
      lines.add(table(part.forecast, currency))
    }
    if figures.byCurrency.isEmpty { lines.add("There are no deals to forecast from.") }
    return lines.text
  }

  private func table(_ forecast: Forecast, _ currency: Currency) -> TextTable {
    var table = TextTable([
      .words("Close"), .numbers("Deals"), .numbers("Open"), .numbers("Weighted"),
      .numbers("Commit"), .numbers("Best case"),
    ])
    for column in forecast.columns {
      guard let cell = forecast[column] else { continue }
      table.add([
        StyledText(
          column.name.replacing("_", with: " "),
          column == .overdue ? .warning : .plain
        ),
        StyledText(FigureText.count(cell.open.value.deals)),
        StyledText(FigureText.money(cell.open.value.minorUnits, currency)),
        StyledText(FigureText.money(cell.open.weighted, currency)),
        StyledText(FigureText.money(cell[.commit].minorUnits, currency)),
        StyledText(FigureText.money(cell[.bestCase].minorUnits, currency)),
      ])
    }
    return table
  }
}
