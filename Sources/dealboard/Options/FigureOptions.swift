import ArgumentParser
import Pipeline

/// What narrows figures: the day, the window, the owner.
struct FigureOptions: ParsableArguments {
  @OptionGroup var past: AsOfOptions

  @Option(
    help: ArgumentHelp(
      "Which closed deals count: 365d, 90d, all, 2026-Q1, 2026, or DAY..DAY.",
      valueName: "window"
    )
  )
  var window: WindowArgument = .standard

  @Option(
    help: ArgumentHelp(
      "Count one owner's deals only; nobody: those that nobody owns.",
      valueName: "name"
    )
  )
  var owner: String?

  @Option(
    help: ArgumentHelp(
      "Split the figures by owner, label, organization or reason.",
      valueName: "field"
    )
  )
  var by: GroupingArgument?

  /// The owner that was asked for: `.some(nil)` for nobody, `nil` where nothing is said.
  func ownerID(in names: StructureNames) throws(CommandFailure) -> Identifier<Person>?? {
    try Self.ownerID(owner, in: names)
  }

  /// The owner that a text means: `.some(nil)` for nobody, `nil` where there is none.
  static func ownerID(
    _ text: String?,
    in names: StructureNames
  ) throws(CommandFailure) -> Identifier<Person>?? {
    guard let text else { return nil }
    return TextArgument.isNobody(text) ? .some(nil) : try names.person(text).id
  }
}

/// A window as it is typed.
struct WindowArgument: ExpressibleByArgument {
  /// The window.
  let window: Window

  /// 365 days.
  static let standard = WindowArgument(window: .standard)

  private init(window: Window) {
    self.window = window
  }

  /// Reads `365d`, `all`, `2026-Q1`, `2026-03`, `2026` or `FROM..TO`; `nil` for anything else.
  init?(argument: String) {
    guard let window = Window(argument) else { return nil }
    self.window = window
  }

  /// The text it would be typed as, for help.
  var defaultValueDescription: String { window.description }
}

/// A conversion policy as it is typed.
struct PolicyArgument: ExpressibleByArgument {
  /// The policy.
  let policy: ConversionPolicy

  /// Reads a policy's name; `nil` for others.
  init?(argument: String) {
    guard let policy = ConversionPolicy(rawValue: argument.lowercased()) else { return nil }
    self.policy = policy
  }

  /// The text it would be typed as, for help.
  var defaultValueDescription: String { policy.rawValue }

  /// The names, for help and completions.
  static var allValueStrings: [String] { ConversionPolicy.allCases.map(\.rawValue) }
}
