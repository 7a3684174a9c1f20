import Pipeline

/// A part of the sidebar under its heading.
struct SidebarBlock: Sendable {
  /// What stands in the heading.
  var title: String
  /// What stands at the heading's right end: what changes are measured from, a window.
  var note = ""
  /// The lines under the heading.
  var lines: [SidebarLine]

  /// How many rows it takes, with its heading and without the blank after it.
  var rows: Int { lines.count + 1 }
}

/// One line of the sidebar.
struct SidebarLine: Equatable, Sendable {
  /// What a line says.
  enum Content: Equatable, Sendable {
    /// A number with its change since an earlier day, which may be empty.
    case number(String, value: String, change: String, Role)
    /// A number that dropping the carried deal would change.
    case changed(String, before: String, after: String)
    /// A figure that belongs to the number above it.
    case detail(String, value: String, Role)
    /// A sentence or a part of one.
    case text(String, Role)
    /// A share of the longest, as a bar.
    case bar(String, share: Double, value: String, Role)
    /// Columns of eight heights, with a figure at the right end.
    case sparkline([Double], value: String, Role)
  }

  /// What the line leads to where the cursor stands on it.
  enum Target: Hashable, Sendable {
    /// Why a number is what it is.
    case explanation(FigureName)
    /// The screen that shows what is behind the line.
    case screen(ReportScreen)
    /// Why a number is what it is, and the screen that shows more of its kind.
    case question(ReportQuestion.Subject, ReportScreen)
  }

  /// What it says.
  var content: Content
  /// What it leads to; `nil`: the cursor passes it over.
  var target: Target?

  /// Makes a line.
  init(_ content: Content, _ target: Target? = nil) {
    self.content = content
    self.target = target
  }
}
