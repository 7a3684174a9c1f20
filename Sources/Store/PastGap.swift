public import Pipeline

/// Why a past day is hindsight: it lies before a pipeline's history, or later imports brought deals of
/// it as they stood (NUMBERS.md, "Ground rules").
///
/// One of the two at least is there.
public struct PastGap: Hashable, Sendable {
  /// The moment of the latest import that brought deals of the day; of a day before all deals, that of
  /// the first import of rows; `nil` where there is none.
  public let importedAt: Instant?
  /// The day of the first deal that was recorded, or imported with its history, where that is after
  /// the day; `nil` where deals of the day were brought later as they stood.
  public let recordedFrom: Day?
}
