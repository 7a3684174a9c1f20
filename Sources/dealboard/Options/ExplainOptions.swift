import ArgumentParser
import Pipeline

/// Whether figures are to be explained, and which.
struct ExplainOptions: ParsableArguments {
  @Flag(help: "Say why the figures are what they are: formula, inputs, what was left out, deals.")
  var explain = false

  @Argument(
    help: ArgumentHelp(
      "With --explain, the figures to explain; else all of them.",
      discussion: "Such as win-rate, win-rate:demo for one stage, or velocity:EUR.",
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
  /// A name alone means the whole pipeline's, in every currency; where only stages have the figure,
  /// all of theirs. Throws `.usage` for a name that means none.
  func figures(of figures: Figures, among known: [FigureName]) throws -> [FigureName] {
    guard !names.isEmpty else { return known }
    return try names.flatMap { name in
      let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let same = known.filter { $0.kind.rawValue == parts[0].lowercased() }
      guard !same.isEmpty else { throw Self.unknown(name, known) }
      guard parts.count > 1 else {
        let whole = same.filter { $0.stage == nil }
        return whole.isEmpty ? same : whole
      }
      let qualifier = String(parts[1])
      if let currency = Currency(code: qualifier.uppercased()),
        figures.byCurrency.currencies.contains(currency)
      {
        return same.filter { $0.currency == currency && $0.stage == nil }
      }
      let names = StructureNames(pipelines: [figures.pipeline], people: [])
      let stage = try names.stage(qualifier, of: figures.pipeline)
      let found = same.filter { $0.stage == figures.pipeline.position(of: stage.id) }
      guard !found.isEmpty else { throw Self.unknown(name, known) }
      return found
    }
  }

  private static func unknown(_ name: String, _ known: [FigureName]) -> CommandFailure {
    var seen: Set<FigureName.Kind> = []
    let kinds = known.map(\.kind).filter { seen.insert($0).inserted }.map(\.rawValue)
    return CommandFailure(
      .usage,
      "No figure here is called \"\(name)\". There are \(kinds.joined(separator: ", "))."
    )
  }
}
