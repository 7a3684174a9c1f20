import Pipeline

/// What a board is opened with.
struct BoardLaunch {
  /// Where the workspace's file is, or will be.
  var location: FileLocation
  /// The pipeline to show, by name.
  var pipeline: String?
  /// The theme to begin with, by name; `nil`: as the config says.
  var theme: String?
  /// The past day to begin with; nothing can be changed there.
  var asOf: Day?
  /// Whether only ASCII is drawn, whatever the terminal can.
  var isASCII = false
  /// Who acts, where somebody was named.
  var actor: String?
  /// Whether the file is a temporary one with the sample data, removed at the end.
  var isDemo = false
}
