import ArgumentParser
import Pipeline
import Store

/// A day to set figures against, as it is typed: a baseline's name or a day.
struct EarlierDayArgument: ExpressibleByArgument {
  private let text: String

  /// Takes any text.
  init(argument: String) {
    text = argument
  }

  /// The period that the text says, where it names no baseline and no day: `2026-Q3`.
  func period(
    in workspace: OpenWorkspace,
    of pipeline: Identifier<SalesPipeline>
  ) -> Period? {
    let key = text.trimmed.lowercased()
    let isNamed = workspace.structure.baselines.contains {
      $0.pipeline == pipeline && $0.name.lowercased() == key
    }
    guard !isNamed, DayParser(today: workspace.today).day(text) == nil else { return nil }
    return Period(text.trimmed)
  }

  /// The day of the baseline of this name, else the day that the text says.
  ///
  /// Throws `.usage` where it is neither, or the beginning of several names.
  func day(
    in workspace: OpenWorkspace,
    of pipeline: Identifier<SalesPipeline>
  ) throws(CommandFailure) -> Day {
    let baselines = workspace.structure.baselines.filter { $0.pipeline == pipeline }
    let key = text.trimmed.lowercased()
    if let same = baselines.first(where: { $0.name.lowercased() == key }) { return same.day }
    if let day = DayParser(today: workspace.today).day(text) { return day }
    if baselines.isEmpty { return try DayArgument(argument: text).day(today: workspace.today) }
    return try NameMatch(kind: "baseline", items: baselines, name: \.name).find(text.trimmed).day
  }
}
