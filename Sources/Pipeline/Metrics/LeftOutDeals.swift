/// The open deals of one currency that sums and weighted values leave out.
///
/// A deal without a value is in neither; one that is not weighted is in the sum of values all the
/// same.
public struct LeftOutDeals: Hashable, Sendable {
  /// How many have no value.
  public private(set) var unvalued = 0
  /// How many have a value and no probability.
  public private(set) var unweighted = 0
  /// How many have a value and were taken out of the forecast by hand.
  public private(set) var omitted = 0

  /// Those of totals in which what was omitted from the forecast weighs as everything does.
  public init(of open: OpenTotals) {
    unvalued = open.value.unvalued
    unweighted = open.unweighted
  }

  /// Those of a forecast's columns together.
  public init(of forecast: Forecast) {
    for cell in forecast.columns.compactMap({ forecast[$0] }) {
      unvalued += cell.open.value.unvalued
      unweighted += cell.open.unweighted
      omitted += cell[.omitted].valued
    }
  }
}
