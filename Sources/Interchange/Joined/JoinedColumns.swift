/// Which field of a row holds which column of a table that belongs to deals.
struct JoinedColumns {
  /// What the table holds.
  let kind: FileKind
  private let places: [JoinedColumn: [Int]]

  /// The table that header names are of; `nil` where it is none of these.
  ///
  /// The prefix of the first name decides, as in `Activity - Subject`; without prefixes it is what
  /// the names are about. A table with a title and a stage is one of deals. Throws `ImportRefusal`
  /// where two columns of one meaning have one name, and where one is missing that is needed.
  init?(header: [String], line: Int, isDeals: Bool) throws(ImportRefusal) {
    let names = header.map(Self.fold)
    guard let kind = Self.kind(of: names, isDeals: isDeals) else { return nil }
    let prefix = Self.prefixes.first { $0.value == kind }?.key ?? ""
    let plain = names.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    var places: [JoinedColumn: [Int]] = [:]
    for column in JoinedColumn.allCases {
      var found = column.names.flatMap { name in plain.indices.filter { plain[$0] == name } }
      if column.takesAll {
        let more = plain.indices.filter { index in
          !found.contains(index) && column.names.contains { plain[index].hasPrefix($0 + " ") }
        }
        found += more
      } else if found.count > 1, plain[found[0]] == plain[found[1]] {
        throw ImportRefusal(.duplicateHeader(header[found[1]]), line: line)
      }
      places[column] = found
    }
    self.kind = kind
    self.places = places
    let missing = Self.missing(in: places, kind)
    guard missing.isEmpty else { throw ImportRefusal(.missingColumns(missing), line: line) }
  }

  private static let prefixes: [String: FileKind] = [
    "activity - ": .activities, "note - ": .notes, "person - ": .people,
  ]

  private static func fold(_ name: String) -> String {
    var text = DealColumns.plain(name)
    while text.hasSuffix("*") || text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private static func kind(of names: [String], isDeals: Bool) -> FileKind? {
    let first = names.first ?? ""
    if first.hasPrefix("activity - ") { return .activities }
    if first.hasPrefix("note - ") { return .notes }
    guard !isDeals else { return nil }
    let prefixed = prefixes.first { prefix, _ in names.contains { $0.hasPrefix(prefix) } }
    if let prefixed { return prefixed.value }
    let known = Set(names)
    let namesDeal = !known.isDisjoint(with: JoinedColumn.deal.names + JoinedColumn.dealID.names)
    if namesDeal, known.contains("subject") { return .activities }
    if namesDeal, known.contains("content") { return .notes }
    let isReached = JoinedColumn.phone.names + JoinedColumn.mail.names
    return known.contains("name") && !known.isDisjoint(with: isReached) ? .people : nil
  }

  private static func missing(in places: [JoinedColumn: [Int]], _ kind: FileKind) -> [String] {
    func lacks(_ columns: JoinedColumn...) -> Bool {
      columns.allSatisfy { places[$0]?.isEmpty ?? true }
    }
    let deal = lacks(.dealID, .deal) ? ["Deal - ID"] : []
    return switch kind {
    case .activities: (lacks(.subject) ? ["Activity - Subject"] : []) + deal
    case .notes: (lacks(.text) ? ["Note - Content"] : []) + deal
    case .people: lacks(.name, .firstName, .lastName) ? ["Person - Name"] : []
    case .pipedrive, .hubspot, .csv, .history, .json: []
    }
  }

  /// The fields that mean something.
  var used: Set<Int> { Set(places.values.joined()) }

  /// Whether the table has a column.
  func has(_ column: JoinedColumn) -> Bool { !(places[column] ?? []).isEmpty }

  /// The first text of a column in a row that is not blank, clean and without outer blanks.
  func text(_ column: JoinedColumn, in reader: CSVReader) -> String? {
    for field in places[column] ?? [] {
      let text = reader.bytes.name(reader[field])
      if !text.isEmpty { return text }
    }
    return nil
  }
}
