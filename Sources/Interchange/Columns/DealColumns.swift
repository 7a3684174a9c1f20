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

  /// Matches the names of a header line.
  ///
  /// Throws `ImportRefusal` where two columns of one meaning have one name, and where a deals file
  /// has no title or no stage.
  init(header: [String], line: Int) throws(ImportRefusal) {
    self.header = header
    let names = header.map { FoldedName($0).text }
    let folded = header.map(Self.fold)
    func has(_ column: DealColumn) -> Bool { column.names.contains(where: folded.contains) }
    let isDeals = has(.title) && has(.stage)
    let joined = try JoinedColumns(header: header, line: line, isDeals: isDeals)
    self.joined = joined
    self.phones = Self.reaching(folded, ["phone", "contact phone", "person - phone"])
    self.mails = Self.reaching(
      folded,
      ["email", "contact mail", "contact email", "person - email"]
    )
    if joined != nil || names == Self.history {
      self.kind = joined?.kind ?? .history
      self.places = []
      return
    }
    let known = Set(DealColumn.allCases.flatMap(\.names))
    var seen: Set<String> = []
    for (index, name) in folded.enumerated() where known.contains(name) {
      guard seen.insert(name).inserted else {
        throw ImportRefusal(.duplicateHeader(header[index]), line: line)
      }
    }
    let places = DealColumn.allCases.map { column in
      column.names.lazy.compactMap { folded.firstIndex(of: $0) }.first ?? -1
    }
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
    return text
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
