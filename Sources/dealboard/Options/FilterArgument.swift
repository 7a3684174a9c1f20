import Pipeline
import Store

/// A choice of deals as it is typed on the command line.
enum FilterArgument {
  /// Takes out the deals that do not fit all terms.
  ///
  /// Throws `.usage` for a term that cannot be understood.
  static func narrow(
    _ deals: inout [Deal],
    by terms: [String],
    in workspace: OpenWorkspace,
    asOf day: Day
  ) throws(CommandFailure) {
    guard !terms.isEmpty else { return }
    let filter = try filter(terms, in: workspace, asOf: day)
    deals.removeAll { !filter.matches($0) }
  }

  /// The filter that terms make, as one text.
  ///
  /// Throws `.usage` for a term that cannot be understood, and where there is none.
  static func text(
    of terms: [String],
    in workspace: OpenWorkspace,
    asOf day: Day
  ) throws(CommandFailure) -> String {
    let filter = try filter(terms, in: workspace, asOf: day)
    if filter.isEmpty { throw CommandFailure(.usage, "A filter needs at least one term.") }
    return filter.text
  }

  private static func filter(
    _ terms: [String],
    in workspace: OpenWorkspace,
    asOf day: Day
  ) throws(CommandFailure) -> DealFilter {
    if let option = terms.first(where: { $0.hasPrefix("--") }) {
      throw CommandFailure(.usage, "Unknown option '\(option)'. See `dealboard help list`.")
    }
    let context = DealFilter.Context(
      pipelines: workspace.structure.pipelines,
      people: workspace.structure.people,
      today: day
    )
    do throws(DealFilterError) {
      return try DealFilter(terms.map(quoted).joined(separator: " "), in: context)
    } catch {
      throw CommandFailure(.usage, error.sentence)
    }
  }

  /// The shell has taken the quotes off: `owner:Ana Kovacs` is one term, but `status:open owner:kim`
  /// is a whole filter, as the board's line has it.
  private static func quoted(_ term: String) -> String {
    guard term.contains(where: \.isWhitespace), !term.contains("\""), !holdsSeveralTerms(term)
    else { return term }
    guard let colon = term.firstIndex(of: ":"),
      !term[..<colon].contains(where: \.isWhitespace)
    else { return "\"\(term)\"" }
    return "\(term[...colon])\"\(term[term.index(after: colon)...])\""
  }

  private static func holdsSeveralTerms(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).dropFirst().contains { word in
      word.firstIndex(of: ":").map { colon in
        let name = word[..<colon].drop { $0 == "-" }
        return InputWords.ofEveryLanguage.fields[name.lowercased()] != nil
      } ?? false
    }
  }
}

extension DealFilterError {
  /// What is wrong and what may stand there.
  var sentence: String {
    switch reason {
    case .unfinished: "\"\(term)\" has nothing behind its colon. Write what to look for."
    case .unknownField(let known):
      "\"\(term)\" is no field. There are \(known.joined(separator: ", "))."
    case .unknownWord(let known):
      "\"\(term)\" is not understood. There may stand \(known.joined(separator: ", "))."
    case .unknownName(let known):
      // Stages there always are, so it is the team that is empty.
      known.isEmpty
        ? "\"\(term)\" names nobody and nothing here. \(StructureNames.nobody)"
        : "\"\(term)\" names nobody and nothing here. There are \(known.listed)."
    case .notANumber: "\"\(term)\" needs a whole number, perhaps with < or > before it."
    case .notADay: "\"\(term)\" needs a day or a period, such as 2026-03-31 or this-month."
    case .notAnAmount(let error): "In \"\(term)\": \(error.sentence)"
    }
  }
}
