public import Pipeline

/// The figures of a pipeline now and as of an earlier day.
public struct ComparedFigures: Hashable, Sendable {
  /// The figures as of the day that is shown.
  public let now: Figures
  /// The figures as of the earlier day, over the window that ended there.
  public let then: Figures
  /// The earlier day.
  public let baseline: ReportBaseline

  /// Why the earlier day is hindsight; `nil` where it was recorded.
  public let hindsight: Hindsight?

  /// What velocity would be in each currency if one factor were as then, by code; empty where nobody
  /// asked.
  public let levers: [Levers]

  /// What became of the open deals between the two days; `nil` where nobody asked, or the day that it
  /// is set against is not an earlier one.
  public let waterfall: Waterfall?

  /// Sets figures against earlier ones.
  public init(
    now: Figures,
    then: Figures,
    baseline: ReportBaseline,
    hindsight: Hindsight? = nil,
    levers: [Levers] = [],
    waterfall: Waterfall? = nil
  ) {
    self.now = now
    self.then = then
    self.baseline = baseline
    self.hindsight = hindsight
    self.levers = levers
    self.waterfall = waterfall
  }

  /// The stage, from 0, that the smallest share goes on from, of those with enough cases to say so;
  /// `nil` where none has.
  ///
  /// Of two alike the earlier one, where more deals are lost.
  func leak(_ policy: ConversionPolicy) -> Int? {
    let rates = now.stages.indices.compactMap { place -> (place: Int, rate: Ratio)? in
      let share = now.stages[place][policy].share
      guard !share.isThin, let rate = share.ratio, rate < Ratio(1) else { return nil }
      return (place, rate)
    }
    return rates.min { ($0.rate, $0.place) < ($1.rate, $1.place) }?.place
  }
}
