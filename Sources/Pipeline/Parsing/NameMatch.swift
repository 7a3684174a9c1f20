/// Why a name that was typed is not one of those there are.
public enum NameError: Error, Hashable, Sendable {
  /// Nothing is called that, or begins so; with the names there are.
  case unknown(String, known: [String])
  /// Several begin so.
  case ambiguous(String, matches: [String])
}

extension SalesPipeline {
  /// The stage that a text names: a name, an unambiguous beginning of one, or a number from 1.
  ///
  /// Case and diacritics do not matter. Throws where none or several are meant.
  public func stage(named text: some StringProtocol) throws(NameError) -> Stage {
    if let number = Int(text), stages.indices.contains(number - 1) { return stages[number - 1] }
    return try match(text, in: stages, names: { [$0.name] })
  }
}

extension [Person] {
  /// The person that a text names: a name, initials, a login, or an unambiguous beginning of a name.
  ///
  /// Case and diacritics do not matter. Throws where none or several are meant.
  public func person(named text: some StringProtocol) throws(NameError) -> Person {
    try match(text, in: self, names: { [$0.name, $0.initials] + $0.logins })
  }
}

/// The one candidate of exactly that name, else the one whose first name begins so.
private func match<Candidate>(
  _ text: some StringProtocol,
  in candidates: [Candidate],
  names: (Candidate) -> [String]
) throws(NameError) -> Candidate {
  let wanted = FoldedText(text)
  if let exact = candidates.first(where: { names($0).contains { FoldedText($0) == wanted } }) {
    return exact
  }
  let matches = candidates.filter { candidate in
    !wanted.bytes.isEmpty && names(candidate).first.map(wanted.begins) == true
  }
  if let only = matches.first, matches.count == 1 { return only }
  func known(_ some: [Candidate]) -> [String] { some.compactMap { names($0).first } }
  guard matches.isEmpty else { throw .ambiguous(String(text), matches: known(matches)) }
  throw .unknown(String(text), known: known(candidates))
}
