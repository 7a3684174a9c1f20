import Pipeline

/// The open deals that sums and weighted values leave out, in the same words wherever they are
/// printed.
///
/// A deal without a value is in neither; one that is not weighted is in the sum of values all the
/// same.
struct LeftOutWords {
  /// How many have no value.
  var unvalued = 0
  /// How many have a value and no probability.
  var unweighted = 0
  /// How many have a value and were taken out of the forecast by hand.
  var omitted = 0

  /// `Without a value: 2 deals. Not weighted: 1 deal without a probability.`; `nil` where none is left
  /// out.
  var sentences: String? {
    func deals(_ count: Int) -> String { FigureText.counted(count, "deal", "deals") }
    var sentences: [String] = []
    if unvalued > 0 { sentences.append("Without a value: \(deals(unvalued)).") }
    let reasons = [
      (unweighted, "without a probability"), (omitted, "omitted from the forecast"),
    ]
    let words = reasons.filter { $0.0 > 0 }.map { "\(deals($0)) \($1)" }
    if !words.isEmpty { sentences.append("Not weighted: \(words.joined(separator: ", ")).") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
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
