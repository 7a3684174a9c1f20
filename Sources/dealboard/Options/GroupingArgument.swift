import ArgumentParser
import Pipeline

/// A field by which figures are split, as it is typed.
struct GroupingArgument: ExpressibleByArgument {
  /// The field.
  let grouping: Grouping

  /// Reads a field's name; `nil` for others.
  init?(argument: String) {
    guard let grouping = Grouping(rawValue: argument.lowercased()) else { return nil }
    self.grouping = grouping
  }

  /// The names, for help and completions.
  static var allValueStrings: [String] { Grouping.allCases.map(\.rawValue) }
}
