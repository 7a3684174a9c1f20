import Pipeline

extension BoardState {
  /// Whether no benchmark of the pipeline was saved for a year and one could be: nothing can be saved of
  /// a past day's board or in a file that may only be read.
  var lacksBenchmark: Bool {
    guard readOnlyReason == nil else { return false }
    let since = clock.today.adding(months: -12)
    return !workspace.baselines.contains { $0.pipeline == pipelineID && $0.day > since }
  }

  /// What the board asks once a year as it opens (NUMBERS.md, "Now against then"): for a benchmark,
  /// where enough deals were closed to measure by and none was saved for a year; else `nil`.
  public var openingRequest: String? {
    guard lacksBenchmark, !isSample,
      workspace.live(pipelineID).outcomes.closed >= Share.fewestCases,
      let save = keyMap.keys(of: .saveBaseline).first?.label,
      let go = keyMap.keys(of: .goComparison).first?.label
    else { return nil }
    // What is only offered is cut where it has no room; which keys is the last that may be.
    if columns < 60 { return phrase("Yearly benchmark: \(go), \(save)") }
    return phrase("Time for the year's benchmark: \(go), then \(save) saves it.")
  }
}
