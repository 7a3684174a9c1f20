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

/// The board as it would be if the carried deal were dropped now.
struct DropPreview: Sendable {
  var workspace: Workspace
  /// The pipeline's figures then; the workspace's own would revive a stale deal.
  var figures: LiveFigures
}

/// Deals that are being carried.
struct Carry: Hashable, Sendable {
  /// Which ones; where each came from is where it stands, also if others move it meanwhile.
  var deals: [Identifier<Deal>]
  /// Where they would be dropped now.
  var target: ColumnPlace
  /// Whether they were carried anywhere yet: until then they stay where they are, also where several
  /// come from different stages.
  var hasMoved = false
  /// Whether the mouse is beside all columns, where nothing can be dropped.
  var isBeside = false
  /// The column that they were carried from.
  var origin: ColumnPlace
  /// How the board was scrolled when they were grabbed.
  var scrolling: Scrolling
}

/// How far the board is scrolled.
struct Scrolling: Hashable, Sendable {
  /// The first card that is drawn, by column.
  var tops: [ColumnPlace: Int]
  /// The first stage that is drawn where not all fit.
  var firstStage: Int
}
