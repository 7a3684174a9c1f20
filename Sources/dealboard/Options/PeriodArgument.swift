import ArgumentParser
import Pipeline

/// A calendar period as it is typed: `2026-Q1`, `2026-03`, `2026`.
struct PeriodArgument: ExpressibleByArgument {
  /// The period.
  let period: Period

  /// Reads a month, a quarter or a year; `nil` for anything else.
  init?(argument: String) {
    guard let period = Period(argument.trimmed) else { return nil }
    self.period = period
  }
}
