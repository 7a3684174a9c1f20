/// Why a name that was typed is not one of those there are.
public enum NameError: Error, Hashable, Sendable {
  /// Nothing is called that, or begins so; with the names there are.
  case unknown(String, known: [String])
  /// Several are called or begin so.
  case ambiguous(String, matches: [String])
}

extension SalesPipeline {
  /// The stage that a text names: a name, an unambiguous beginning of one, or a number from 1.
  ///
  /// Case and diacritics do not matter. Throws where none or several are meant.
  public func stage(named text: some StringProtocol) throws(NameError) -> Stage {
    if let number = Int(text), stages.indices.contains(number - 1) { return stages[number - 1] }
    return try NameSearch(stages, names: { [$0.name] }).only(text)
  }
}

extension [Person] {
  /// The person that a text names: a name, initials, a login, or an unambiguous beginning of a name.
  ///
  /// Case and diacritics do not matter. Throws where none or several are meant.
  public func person(named text: some StringProtocol) throws(NameError) -> Person {
    try NameSearch(self, names: { [$0.name, $0.initials] + $0.logins }).only(text)
  }

  /// The owner that a text names: a person, or `nil` for nobody.
  ///
  /// Throws where no person or several are meant.
  public func owner(
    named text: some StringProtocol,
    words: InputWords = .current
  ) throws(NameError) -> Identifier<Person>? {
    words.isNobody(text) ? nil : try person(named: text).id
  }
}

extension InputWords {
  /// Whether a text says of an owner that it is nobody.
  public func isNobody(_ text: some StringProtocol) -> Bool { nobody.contains(text.lowercased()) }
}

/// Finds what a person means by a name that they typed.
///
/// Case and diacritics do not matter where one name fits; where several do, they tell them apart.
public struct NameSearch<Item> {
  private let items: [Item]
  private let names: (Item) -> [String]

  /// A search among some things; `names` are all that a thing is called by, its name first.
  public init(_ items: [Item], names: @escaping (Item) -> [String]) {
    self.items = items
    self.names = names
  }

  /// The things that are called so; where none is, those whose name begins so.
  public func found(_ text: some StringProtocol) -> [Item] {
    let called = called(text)
    let wanted = FoldedText(text)
    guard called.isEmpty, !wanted.bytes.isEmpty else { return called }
    return items.filter { names($0).first.map(wanted.begins) == true }
  }

  /// The things that are called so: those spelled exactly alike, else those that differ in capitals
  /// only, as the store tells names apart, else those that are the same without diacritics.
  ///
  /// Of equally close ones, those whose name it is go before those that are called so beside it.
  public func called(_ text: some StringProtocol) -> [Item] {
    let exact = String(text)
    let lowered = exact.lowercased()
    let folded = FoldedText(text)
    guard !folded.bytes.isEmpty else { return [] }
    let same = items.filter { names($0).contains { FoldedText($0) == folded } }
    for isAlike in [{ $0 == exact }, { $0.lowercased() == lowered }] as [(String) -> Bool] {
      let alike = preferred(same, isAlike)
      if !alike.isEmpty { return alike }
    }
    return preferred(same) { FoldedText($0) == folded }
  }

  private func preferred(_ some: [Item], _ isAlike: (String) -> Bool) -> [Item] {
    let alike = some.filter { names($0).contains(where: isAlike) }
    let byName = alike.filter { names($0).first.map(isAlike) == true }
    return byName.isEmpty ? alike : byName
  }

  /// The only thing that is called so, else the only one whose name begins so.
  ///
  /// Throws where none or several are meant.
  func only(_ text: some StringProtocol) throws(NameError) -> Item {
    let found = found(text)
    if let only = found.first, found.count == 1 { return only }
    func known(_ some: [Item]) -> [String] { some.compactMap { names($0).first } }
    guard found.isEmpty else { throw .ambiguous(String(text), matches: known(found)) }
    throw .unknown(String(text), known: known(items))
  }
}
