import Pipeline

/// The open deals that sums of value leave out, in the same words wherever sums are printed.
struct LeftOutWords {
  /// How many have no value.
  var unvalued = 0
  /// How many have a value and no probability.
  var unweighted = 0
  /// How many have a value and were taken out of the forecast by hand.
  var omitted = 0

  /// What stands before them.
  static let heading = "Left out of sums"

  /// `2 deals without a value, 1 deal without a probability`; `nil` where none is left out.
  var list: String? {
    let parts = [
      (unvalued, "without a value"), (unweighted, "without a probability"),
      (omitted, "omitted from the forecast"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { count, why in
      "\(FigureText.counted(count, "deal", "deals")) \(why)"
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension LeftOutWords {
  /// Those of a forecast's columns together.
  init(of forecast: Forecast) {
    for cell in forecast.columns.compactMap({ forecast[$0] }) {
      unvalued += cell.open.value.unvalued
      unweighted += cell.open.unweighted
      omitted += cell[.omitted].valued
    }
  }
}
