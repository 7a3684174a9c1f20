import Pipeline

extension LeftOutDeals {
  /// `Without a value: 2 deals. Not weighted: 1 deal without a probability.`, in the same words
  /// wherever sums and weighted values are printed; `nil` where none is left out.
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
