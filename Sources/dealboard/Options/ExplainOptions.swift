import ArgumentParser
import Pipeline

/// Whether figures are to be explained, and which.
struct ExplainOptions: ParsableArguments {
  @Flag(help: "Say why the figures are what they are: formula, inputs, what was left out, deals.")
  var explain = false

  @Argument(
    help: ArgumentHelp(
      "With --explain, the figures to explain; else all of them.",
      discussion: "Such as win-rate, win-rate:demo of a stage, or win-rate:EUR of a currency.",
      valueName: "figure"
    )
  )
  var names: [String] = []

  /// A figure that was named without asking for its explanation is a slip.
  func validate() throws {
    if !explain, let name = names.first {
      throw ValidationError("Unexpected argument '\(name)'. Write --explain \(name) to explain it.")
    }
  }

  /// The figures that are to be explained, of those that there are.
  ///
  /// Throws `.usage` for a name that means none.
  func figures(
    in pipeline: SalesPipeline,
    currencies: [Currency],
    among known: [FigureName]
  ) throws -> [FigureName] {
    guard !names.isEmpty else { return known }
    return try FigureArguments(names).figures(
      in: pipeline,
      currencies: currencies,
      among: known
    )
  }
}
