import Pipeline

/// A stage column of the board, or the column of won deals after the last.
public enum ColumnPlace: Hashable, Sendable {
  /// A stage by its place in board order, from 0.
  case stage(Int)
  /// The deals won this month.
  case won
}

/// Where the focus is.
struct Focus: Hashable, Sendable {
  /// The column.
  var column: ColumnPlace = .stage(0)
  /// The deal; `nil` in an empty column.
  var deal: Identifier<Deal>?
  /// The deal's place in the column, from 0: where the focus stays when the deal goes.
  var row = 0
}

/// A card that keeps its place in its column, though a change would sort it elsewhere, until the
/// focus leaves it.
struct HeldPlace: Hashable, Sendable {
  var column: ColumnPlace
  var deal: Identifier<Deal>
  var row: Int
}

/// A deal that is being carried.
struct Carry: Hashable, Sendable {
  /// The deal as it was picked up.
  var deal: Identifier<Deal>
  /// The stage it was picked up from, by its place.
  var origin: Int
  /// Where it would be dropped now.
  var target: ColumnPlace
}
