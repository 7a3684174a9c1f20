import Interchange

/// What a command answers: JSON for a program, or lines for a person.
enum Answer {
  /// Prints the JSON where it was asked for, else the text.
  static func print(
    json: Bool,
    _ value: @autoclosure () throws -> JSONValue,
    text: () throws -> String
  ) throws {
    try Console.write(json ? try value().printed : try text())
  }
}
