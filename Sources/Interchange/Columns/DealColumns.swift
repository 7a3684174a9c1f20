internal import Pipeline

/// Which field of a row holds which column, matched loosely by the header names.
struct DealColumns {
  /// The columns of a history, in their order.
  static let history = [
    "deal", "date", "event", "arg", "value", "owner", "currency", "expected_close",
  ]

  /// The kind of file that the names are of.
  let kind: FileKind
  /// The header names as they stand in the file.
  let header: [String]
  /// The columns of a table that is not of deals itself but belongs to some; `nil` for others.
  let joined: JoinedColumns?
  /// The field of each column by its raw value; -1 where the file lacks it.
  private let places: [Int]
  /// The fields that say how a deal's contact is reached.
  let phones: [Int]
  /// The fields that say where a deal's contact gets mail.
  let mails: [Int]
  /// The currency that the name of the value's column says: `Deal value (USD)`; `nil` where it says
  /// none.
  let valueCurrency: Currency?
  /// The names of the columns that mean nothing to an import, in the file's order.
  let unused: [String]
  /// The columns that mean the same as one that was used.
  let doubled: [DoubledColumn]

  /// Matches the names of a header line.
  ///
  /// Throws `ImportRefusal` where two columns of one meaning have one name, where several hold values,
  /// each in a currency of its own, and where a deals file has no title or no stage.
  init(header: [String], line: Int) throws(ImportRefusal) {
    self.header = header
    let names = header.map { FoldedName($0).text }
    let folded = header.map(Self.fold)
    let squeezed = folded.map(Self.squeeze)
    func has(_ column: DealColumn) -> Bool {
      column.names.contains { squeezed.contains(Self.squeeze($0)) }
    }
    let isDeals = has(.title) && has(.stage)
    let joined = try JoinedColumns(header: header, line: line, isDeals: isDeals)
    self.joined = joined
    self.phones = Self.reaching(
      folded,
      ["phone", "contact phone", "person - phone", "telefoon", "persoon - telefoon"]
    )
    self.mails = Self.reaching(
      folded,
      [
        "email", "e-mail", "contact mail", "contact email", "person - email", "persoon - e-mail",
        "persoon - email",
      ]
    )
    if joined != nil || names == Self.history {
      self.kind = joined?.kind ?? .history
      self.places = []
      self.valueCurrency = nil
      self.unused = joined.map { Self.names(of: header, but: $0.used) } ?? []
      self.doubled = []
      return
    }
    let known = Set(DealColumn.allCases.flatMap(\.names).map(Self.squeeze))
    let priced = Self.currencies(ofValuesAmong: folded)
    var seen: Set<String> = []
    for (index, name) in squeezed.enumerated() where known.contains(name) || priced[index] != nil {
      guard seen.insert(names[index]).inserted else {
        throw ImportRefusal(.duplicateHeader(header[index]), line: line)
      }
    }
    var found = DealColumn.allCases.map { Self.fields(of: $0, among: squeezed, header) }
    // A column that is called a value without more goes before those that name a currency.
    found[DealColumn.value.rawValue].removeAll { priced[$0] != nil }
    let hasPlainValue = !found[DealColumn.value.rawValue].isEmpty
    guard hasPlainValue || Set(priced.values).count <= 1 else {
      let names = priced.keys.sorted().map { header[$0] }
      throw ImportRefusal(.severalValueColumns(names), line: line)
    }
    found[DealColumn.value.rawValue] += priced.keys.sorted()
    let places = found.map { $0.first ?? -1 }
    self.doubled = found.filter { $0.count > 1 }.map { fields in
      DoubledColumn(used: header[fields[0]], others: fields.dropFirst().map { header[$0] })
    }
    let value = places[DealColumn.value.rawValue]
    self.valueCurrency = priced[value]
    self.unused = Self.names(of: header, but: Set(found.joined()).union(phones + mails))
    let kind = Self.kind(of: names, folded)
    self.kind = kind
    self.places = places
    let missing = [DealColumn.title, .stage].filter { places[$0.rawValue] < 0 }
    guard missing.isEmpty else {
      throw ImportRefusal(.missingColumns(missing.map { Self.name(of: $0, in: kind) }), line: line)
    }
  }

  /// The fields whose names are one of these, perhaps with a word on which one it is:
  /// `Person - Email (Work)`.
  private static func reaching(_ folded: [String], _ names: [String]) -> [Int] {
    folded.indices.filter { index in
      names.contains { folded[index] == $0 || folded[index].hasPrefix($0 + " ") }
    }
  }

  /// The fields that a column may be taken from, the one that is taken first: by the order of its
  /// names, and of one name with Pipedrive's prefix and without the one that has it, which cannot be
  /// of anything but the deal.
  private static func fields(
    of column: DealColumn,
    among squeezed: [String],
    _ header: [String]
  ) -> [Int] {
    var found: [Int] = []
    for name in column.names.map(squeeze) {
      let same = squeezed.indices.filter { squeezed[$0] == name && !found.contains($0) }
      let prefixed = same.filter { plain(header[$0]).hasPrefix("deal - ") }
      found += prefixed + same.filter { !prefixed.contains($0) }
    }
    return found
  }

  /// The currencies of the fields whose names are of values and say one.
  private static func currencies(ofValuesAmong folded: [String]) -> [Int: Currency] {
    let found = folded.indices.compactMap { place in
      PricedName(folded[place]).map { (place, $0.currency) }
    }
    return Dictionary(found) { first, _ in first }
  }

  /// The names of the columns that are not among some; one without a name is named by its place.
  ///
  /// Our own export's `key` says what the deal was called in the file that first brought it: here it
  /// goes by its `id`.
  private static func names(of header: [String], but used: Set<Int>) -> [String] {
    header.indices.filter { !used.contains($0) && fold(header[$0]) != "key" }.map { index in
      let name = FoldedName(header[index]).isEmpty ? "column \(index + 1)" : header[index]
      return name.shortened(to: 60)
    }
  }

  /// How many fields a row must have.
  var count: Int { header.count }

  /// The field of a column; `nil` where the file lacks it.
  subscript(column: DealColumn) -> Int? {
    let place = places[column.rawValue]
    return place < 0 ? nil : place
  }

  /// A header name without case, prefix and what else does not matter.
  static func fold(_ name: String) -> String {
    var text = plain(name)
    // Pipedrive's import template marks the columns that it needs with a star.
    while text.hasSuffix("*") || text.hasSuffix(" ") { text.removeLast() }
    if text.hasPrefix("deal - ") { text.removeFirst(7) }
    for part in ["organization", "person"] where text == part + " - name" { text = part + " name" }
    for part in ["organisatie", "persoon"] where text == part + " - naam" { text = part + " naam" }
    return text
  }

  /// A folded name without what sets its words apart: `deal-value`, `deal value` and `DealValue` are
  /// one.
  ///
  /// A question mark stays: `Closed?` says yes or no, `Closed` when.
  static func squeeze(_ folded: String) -> String {
    String(folded.filter { $0.isLetter || $0.isNumber || $0 == "?" })
  }

  /// Whether a header name alone means something to an import of any table.
  static func isKnown(_ name: String) -> Bool {
    let (folded, plain) = (squeeze(fold(name)), plain(name))
    return DealColumn.allCases.contains { $0.names.contains { squeeze($0) == folded } }
      || JoinedColumn.allCases.contains { $0.names.contains(plain) } || history.contains(plain)
  }

  /// A header name in small letters, each gap one blank, each dash a hyphen.
  static func plain(_ name: String) -> String {
    let plain = name.map { character in
      switch character {
      case "_": " "
      case "–", "—": "-"
      default: String(character)
      }
    }
    return FoldedName(plain.joined()).text.split(separator: " ").joined(separator: " ")
  }

  private static func kind(of names: [String], _ folded: [String]) -> FileKind {
    if names.contains(where: { $0.hasPrefix("deal - ") || $0.hasPrefix("deal – ") }) {
      return .pipedrive
    }
    let isHubSpot = folded.contains("deal name") || folded.contains("dealname")
    return isHubSpot && (folded.contains("deal stage") || folded.contains("dealstage"))
      ? .hubspot : .csv
  }

  private static func name(of column: DealColumn, in kind: FileKind) -> String {
    let isTitle = column == .title
    return switch kind {
    case .pipedrive: isTitle ? "Deal - Title" : "Deal - Stage"
    case .hubspot: isTitle ? "Deal Name" : "Deal Stage"
    case .csv, .history, .json, .activities, .notes, .people: isTitle ? "title" : "stage"
    }
  }
}

/// A column that is used, and those that mean the same and are not.
struct DoubledColumn: Hashable {
  /// The name of the one that is used.
  let used: String
  /// The names of the others, in the order in which they would be used; never empty.
  let others: [String]
}

/// The name of a column of values that says in which currency they are: `value (usd)`, `amount in
/// eur`, `waarde €`.
private struct PricedName {
  /// The currency.
  let currency: Currency

  /// Takes a folded name; `nil` where it is not one of values with a currency behind.
  init?(_ folded: String) {
    let words = folded.split { " ()[]".contains($0) }
    guard let last = words.last, words.count > 1, let currency = Self.currency(last) else {
      return nil
    }
    var rest = words.dropLast()
    if rest.count > 1, rest.last == "in" { rest.removeLast() }
    let name = DealColumns.squeeze(rest.joined(separator: " "))
    guard DealColumn.value.names.contains(where: { DealColumns.squeeze($0) == name }) else {
      return nil
    }
    self.currency = currency
  }

  private static func currency(_ word: Substring) -> Currency? {
    switch word {
    case "€": .euro
    case "$": .dollar
    case "£": .pound
    default: Currency(iso4217: word)
    }
  }
}
