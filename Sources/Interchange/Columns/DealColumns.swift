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

  /// Matches the names of a header line.
  ///
  /// Throws `ImportRefusal` where two columns of one meaning have one name, and where a deals file
  /// has no title or no stage.
  init(header: [String], line: Int) throws(ImportRefusal) {
    self.header = header
    let names = header.map { FoldedName($0).text }
    let folded = header.map(Self.fold)
    let priced = Self.priced(among: folded)
    let squeezed = folded.indices.map { index in
      priced.flatMap { $0.place == index ? $0.name.name : nil } ?? Self.squeeze(folded[index])
    }
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
      return
    }
    let known = Set(DealColumn.allCases.flatMap(\.names).map(Self.squeeze))
    var seen: Set<String> = []
    for (index, name) in squeezed.enumerated() where known.contains(name) {
      guard seen.insert(name).inserted else {
        throw ImportRefusal(.duplicateHeader(header[index]), line: line)
      }
    }
    let places = DealColumn.allCases.map { column in
      column.names.lazy.compactMap { squeezed.firstIndex(of: Self.squeeze($0)) }.first ?? -1
    }
    let value = places[DealColumn.value.rawValue]
    self.valueCurrency = priced.flatMap { $0.place == value ? $0.name.currency : nil }
    self.unused = Self.names(of: header, but: Set(places + phones + mails))
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

  /// The column of values that names its currency; `nil` where there is none, where another column
  /// is called a value without more, and where there are several, of which none can be chosen.
  private static func priced(among folded: [String]) -> (place: Int, name: PricedName)? {
    let plain = Set(DealColumn.value.names.map(squeeze))
    guard !folded.contains(where: { plain.contains(squeeze($0)) }) else { return nil }
    let found = folded.indices.compactMap { index in
      PricedName(folded[index]).map { (place: index, name: $0) }
    }
    return found.count == 1 ? found.first : nil
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

/// The name of a column of values that says in which currency they are: `value (usd)`, `amount in
/// eur`, `waarde €`.
private struct PricedName {
  /// The name without the currency, squeezed.
  let name: String
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
    self.name = name
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
