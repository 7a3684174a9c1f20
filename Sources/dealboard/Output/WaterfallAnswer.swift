import Interchange
import Pipeline

/// A waterfall as commands print it.
enum WaterfallAnswer {
  /// The bars by currency, names as in files.
  static func json(_ waterfall: Waterfall) -> JSONValue {
    .object(
      waterfall.byCurrency.map { currency, flow in
        func bar(_ bar: Waterfall.Bar) -> JSONValue {
          .named([
            "deals": JSONValue(bar.deals), "value": JSONValue(bar.minorUnits, in: currency),
          ])
        }
        let causes = Waterfall.Cause.allCases.map {
          JSONValue.Member($0.rawValue, bar(flow[$0]))
        }
        let ends = JSONValue.members(["start": bar(flow.start), "end": bar(flow.end)])
        return JSONValue.Member(currency.code, .object(ends.prefix(1) + causes + ends.suffix(1)))
      }
    )
  }

  /// The bars of one currency.
  static func table(_ flow: Waterfall.Flow, _ currency: Currency) -> TextTable {
    var table = TextTable([.words(currency.code), .numbers("Deals"), .numbers("Value")])
    func add(_ name: String, _ bar: Waterfall.Bar, _ style: StyledText.Style) {
      table.add([
        StyledText(name, style),
        StyledText(FigureText.count(bar.deals)),
        StyledText(FigureText.money(bar.minorUnits, currency)),
      ])
    }
    add("start", flow.start, .strong)
    for cause in Waterfall.Cause.allCases { add(words(cause), flow[cause], style(cause)) }
    add("end", flow.end, .strong)
    return table
  }

  /// What an event did to the open deals.
  static func words(_ cause: Waterfall.Cause) -> String {
    switch cause {
    case .created: "+ created"
    case .increases: "+ increases"
    case .decreases: "- decreases"
    case .won: "- won"
    case .lost: "- lost"
    case .deleted: "- deleted"
    case .reopened: "+ reopened"
    }
  }

  private static func style(_ cause: Waterfall.Cause) -> StyledText.Style {
    switch cause {
    case .created, .increases, .reopened, .won: .good
    case .decreases, .lost, .deleted: .bad
    }
  }
}
