/// What a first look at a whole file finds: that it can be read, and which pipelines and stages it
/// names.
///
/// Nothing is written before the whole file was looked at.
public struct ImportSurvey {
  /// A stage that the file names.
  struct StageCount {
    /// The name as it first appears, or as the stage map says.
    let name: String
    var deals = 0
    var won = 0
    /// Its number in its pipeline as the first row says that says one.
    var number: Int?
  }

  /// A pipeline that the file names.
  struct PipelineCount {
    /// The name as it first appears; empty where rows name none.
    let name: String
    /// The stages by first appearance.
    var stages: [StageCount] = []
    var places: [FoldedName: Int] = [:]
    /// The stages that stand for an outcome (HubSpot's "Closed Won"): their deals are not counted, and
    /// none of them is made.
    var closingStages: Set<FoldedName> = []

    /// Whether rows name a stage, be it as an outcome.
    func names(_ stage: FoldedName) -> Bool {
      places[stage] != nil || closingStages.contains(stage)
    }

    /// Adds the deals of a stage to those of its name.
    mutating func add(_ stage: StageCount) {
      if let place = places[FoldedName(stage.name)] {
        stages[place].deals += stage.deals
        stages[place].won += stage.won
        stages[place].number = stages[place].number ?? stage.number
      } else {
        places[FoldedName(stage.name)] = stages.count
        stages.append(stage)
      }
    }

    /// The same with the stages called as a map says.
    func mapped(by map: StageMap) -> PipelineCount {
      var mapped = PipelineCount(name: name)
      for stage in stages {
        var named = StageCount(name: map(stage.name))
        (named.deals, named.won, named.number) = (stage.deals, stage.won, stage.number)
        mapped.add(named)
      }
      return mapped
    }
  }

  /// The file that was looked at.
  public let file: ImportFile
  /// What kind of file it is.
  public let kind: FileKind
  /// How its bytes stand for text.
  public let encoding: TextEncoding
  /// How many rows it has behind the header, bad ones included.
  public let rows: Int
  let columns: DealColumns
  /// The pipelines by first appearance.
  var pipelines: [PipelineCount]
  /// The stage map of each pipeline that the file names; empty where nothing is mapped.
  var stageMaps: [FoldedName: StageMap] = [:]
  /// Whether there are rows whose stage is an outcome (HubSpot's "Closed Won").
  let hasClosingStages: Bool

  /// Looks at a file.
  ///
  /// Throws `ImportRefusal` where nothing of the file can be imported, and what reading throws.
  public init(
    of file: ImportFile,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws {
    do {
      self = try Self(of: file, encoding: .utf8, progress: progress)
    } catch is NotUTF8 {
      self = try Self(of: file, encoding: .windows1252, progress: progress)
    }
  }

  private struct NotUTF8: Error {}

  private init(
    of file: ImportFile,
    encoding: TextEncoding,
    progress: (ImportProgress) -> Void
  ) throws {
    let head = try FileHead(of: file, encoding: encoding)
    var reader = CSVReader(head, isChecked: encoding == .utf8)
    guard try reader.next() else { throw ImportRefusal(.emptyFile) }
    guard reader.isUTF8 else { throw NotUTF8() }
    let columns = try DealColumns(header: reader.texts(), line: reader.line)
    var counter = StageCounter(columns: columns)
    let namesStages = columns.kind != .history && columns.joined == nil
    var rows = 0
    while try reader.next() {
      rows += 1
      if namesStages { try counter.count(reader) }
      if rows.isMultiple(of: 1 << 12) {
        guard reader.isUTF8 else { throw NotUTF8() }
        progress(ImportProgress(bytes: reader.bytesRead, length: file.length, rows: rows))
      }
    }
    guard reader.isUTF8 else { throw NotUTF8() }
    self.file = file
    self.kind = columns.kind
    self.encoding = encoding
    self.rows = rows
    self.columns = columns
    self.pipelines = counter.pipelines
    self.hasClosingStages = counter.hasClosingStages
  }

  /// The stages of all pipelines as if they were one's.
  var wholeFile: PipelineCount {
    var whole = PipelineCount(name: "")
    for stage in pipelines.flatMap(\.stages) { whole.add(stage) }
    return whole
  }

  /// A reader of the rows behind the header.
  ///
  /// Throws what opening and reading throw.
  func openRows() throws -> CSVReader {
    var reader = CSVReader(try FileHead(of: file, encoding: encoding))
    _ = try reader.next()
    return reader
  }
}

extension CSVReader {
  /// The present record's fields as cleaned texts.
  func texts() -> [String] {
    (0..<count).map { CleanText.cleaned(bytes, self[$0]) }
  }
}
