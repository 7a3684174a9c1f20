public import Pipeline

/// What a first look at a whole JSON file finds: that it can be read, and what it holds.
///
/// Nothing is written before the whole file was looked at.
public struct WorkspaceSurvey {
  /// The file that was looked at.
  public let file: ImportFile
  /// What it holds beside its log; identifiers are the numbers in the file.
  public let record: WorkspaceRecord

  /// Looks at a file.
  ///
  /// Throws `ImportRefusal` where nothing of the file can be imported, and what reading throws.
  public init(of file: ImportFile, progress: (ImportProgress) -> Void = { _ in }) throws {
    self.file = file
    var records = RecordReader()
    try Self.read(file, progress) { name, stream in
      if name == "log" || name == "not_taken" {
        let changes = ChangeReader(numbers: records.numbers)
        try Self.entries(of: &stream, isLog: name == "log", changes) { _, _ in }
      } else if name != "deals" {
        let line = stream.line
        let value = try stream.value()
        do throws(JSONShapeFault) {
          _ = try records.take(name, value)
        } catch {
          throw ImportRefusal(.invalidJSON(error.message), line: line)
        }
      } else {
        try stream.skipList()
      }
    }
    guard !records.record.pipelines.isEmpty else {
      throw ImportRefusal(.invalidJSON(phrase("The file lists no pipelines. Export it again.")))
    }
    record = records.record
  }

  /// Hands out the log, each entry with its line; `numbers` says what the file's numbers stand for
  /// now.
  ///
  /// Throws what reading and `body` throw.
  public func entries(
    _ numbers: WorkspaceNumbers,
    progress: (ImportProgress) -> Void = { _ in },
    _ body: (WorkspaceEntry, _ line: Int) throws -> Void
  ) throws {
    let changes = ChangeReader(numbers: numbers)
    try Self.read(file, progress) { name, stream in
      switch name {
      case "log", "not_taken":
        try Self.entries(of: &stream, isLog: name == "log", changes, body)
      case "deals": try stream.skipList()
      default: _ = try stream.value()
      }
    }
  }

  /// Reads a file from its beginning, and lets `body` read the value of each member.
  private static func read(
    _ file: ImportFile,
    _ progress: (ImportProgress) -> Void,
    _ body: (String, inout JSONStream) throws -> Void
  ) throws {
    var stream = JSONStream(try file.open())
    try stream.begin()
    var isOurs = false
    while let name = try stream.nextMember() {
      if name == "format" || name == "version" {
        isOurs = try check(name, try stream.value(), stream.line) || isOurs
        continue
      }
      guard isOurs else { throw Self.foreign }
      try body(name, &stream)
      progress(ImportProgress(bytes: stream.bytesRead, length: file.length, rows: 0))
    }
    guard isOurs else { throw Self.foreign }
  }

  private static var foreign: ImportRefusal {
    ImportRefusal(
      .invalidJSON(
        phrase("This JSON is no export of a workspace.")
          + phrase(" Write one with `dealboard export --format json`.")
      )
    )
  }

  /// Whether a member names this program; throws for a version that is not known.
  private static func check(_ name: String, _ value: JSONValue, _ line: Int) throws -> Bool {
    if name == "format" { return value.text == "dealboard" }
    guard let version = value.number?.whole, version <= WorkspaceText.version else {
      throw ImportRefusal(
        .invalidJSON(
          phrase("The file was written by a newer dealboard. Bring this one up to date.")
        ),
        line: line
      )
    }
    return false
  }

  private static func entries(
    of stream: inout JSONStream,
    isLog: Bool,
    _ changes: ChangeReader,
    _ body: (WorkspaceEntry, _ line: Int) throws -> Void
  ) throws {
    try stream.beginArray()
    while let value = try stream.nextElement() {
      let entry: WorkspaceEntry
      do throws(JSONShapeFault) {
        entry = try Self.entry(JSONMembers(value), isLog: isLog, changes)
      } catch {
        throw ImportRefusal(.invalidJSON(error.message), line: stream.line)
      }
      try body(entry, stream.line)
    }
  }

  /// The largest number that a deal or a step of a file may have: a workspace counts on from the
  /// largest that it holds, and would soon have none left.
  private static let largestNumber = 1_000_000_000_000_000

  private static func entry(
    _ members: JSONMembers,
    isLog: Bool,
    _ changes: ChangeReader
  ) throws(JSONShapeFault) -> WorkspaceEntry {
    if members["step"] != .null {
      return .step(
        RecordedStep(
          number: Int64(try members.number("step", 1...Self.largestNumber)),
          actor: try members.text("actor"),
          summary: try members.text("summary"),
          at: try members.instant("at"),
          isImport: try members.flag("import", default: false)
        )
      )
    }
    let deal = Int64(try members.number("deal", 1...Self.largestNumber))
    guard isLog else { return .notTaken(deal, try changes.change(members)) }
    return .event(
      RecordedEvent(
        id: try members.eventID("id"),
        deal: deal,
        day: try members.day("day"),
        change: try changes.change(members)
      )
    )
  }
}

extension ImportFile {
  /// Whether the first character is one that begins JSON.
  ///
  /// Throws `ImportRefusal` for a list, which is no export of ours, and what reading throws.
  public func isWorkspace() throws -> Bool {
    var source = try open()
    let head = try source.read(upTo: 4096).drop { $0.isBlank || [0xEF, 0xBB, 0xBF].contains($0) }
    if head.first == UInt8(ascii: "[") {
      throw ImportRefusal(
        .invalidJSON(
          phrase("This JSON is a list, not an export of a workspace.")
            + phrase(" Write one with `dealboard export --format json`.")
        )
      )
    }
    return head.first == UInt8(ascii: "{")
  }
}
