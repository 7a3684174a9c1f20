import Pipeline

/// A part of the sidebar under its heading.
struct SidebarBlock: Equatable, Sendable {
  /// What stands in the heading.
  var title: String
  /// What stands at the heading's right end: what changes are measured from, a window.
  var note = ""
  /// The lines under the heading.
  var lines: [SidebarLine]

  /// How many rows a block takes at least.
  static let least = 2

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
    case question(ReportQuestion.Subject, ReportScreen, of: Reach = .shown)
  }

  /// Which deals a number of the sidebar is of, and over which days.
  enum Reach: Hashable, Sendable {
    /// Those that the board shows, over the window that is chosen.
    case shown
    /// Of them one owner's, `nil`: nobody's, over the window that the live numbers look at.
    case owner(Identifier<Person>?)
    /// Those that the board shows, over days of their own.
    case days(DayRange)

    /// What a number is asked with, narrowed from what the board shows.
    func scope(in shown: ReportScope) -> ReportScope {
      var scope = shown
      switch self {
      case .shown: break
      case .owner(let owner):
        scope.window = .standard
        scope.narrow(to: owner)
      case .days(let days): scope.window = .range(days)
      }
      return scope
    }
  }

  /// What it says.
  var content: Content
  /// What it leads to; `nil`: the cursor passes it over.
  var target: Target?
  /// Whether it is left out where a block would have no room for it.
  var isSpare = false

  /// Makes a line.
  init(_ content: Content, _ target: Target? = nil) {
    self.content = content
    self.target = target
  }
}
