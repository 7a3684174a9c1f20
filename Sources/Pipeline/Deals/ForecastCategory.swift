/// How sure the owner is that a deal will be booked in the month of its expected close.
public enum ForecastCategory: String, CaseIterable, Hashable, Sendable {
  /// Left out of the forecast.
  case omitted
  /// May be booked; where every deal begins.
  case pipeline
  /// Likely, if things go well.
  case bestCase = "best case"
  /// Promised.
  case commit
}
