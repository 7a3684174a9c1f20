public import Pipeline

/// A whole workspace as JSON, in parts: what it holds, its deals as they stand, and its log.
///
/// An import reads everything but the deals back; those are for other programs. Each deal, step and
/// event is a line of its own.
public struct WorkspaceText {
  /// The version of the form.
  static let version = 1

  private var bytes: [UInt8] = []
  private var list: String?
  private var lastStep: Identifier<ChangeStep>?
  /// How many steps there are so far; each is called by its place, because a store counts what is no
  /// step among them.
  private var steps: Int64 = 0
  private let changes: ChangeWriter

  /// Begins with what the workspace holds.
  public init(_ record: WorkspaceRecord) {
    changes = ChangeWriter(WorkspaceNumbers(record))
    append("{\n\"format\":\"dealboard\",\n\"version\":\(Self.version)")
    for member in RecordWriter(record, changes).members {
      append(",\n" + quoted(member.name) + ":")
      append(member.value)
    }
  }

  /// Adds a deal as it stands.
  public mutating func append(deal: JSONValue) {
    addLine(to: "deals", deal)
  }

  /// Adds an event, and its step before the first of the step's events.
  public mutating func append(_ event: DealEvent, of step: ChangeStep) {
    if lastStep != step.id {
      lastStep = step.id
      steps += 1
      addLine(
        to: "log",
        [
          "step": .integer(steps),
          "actor": .string(step.actor),
          "at": .instant(step.recordedAt),
          "summary": .string(step.summary),
          "import": .bool(step.isImport),
        ]
      )
    }
    let head: [JSONValue.Member] = [
      JSONValue.Member("deal", .integer(event.deal.rawValue)),
      JSONValue.Member("id", .string(event.id.description)),
      JSONValue.Member("day", .day(event.day)),
    ]
    addLine(to: "log", .object(head + changes.members(of: event.change)))
  }

  /// Adds a value that an import brought to a deal and that was not taken.
  public mutating func append(notTaken change: DealChange, by deal: Identifier<Deal>) {
    let head = [JSONValue.Member("deal", .integer(deal.rawValue))]
    addLine(to: "not_taken", .object(head + changes.members(of: change)))
  }

  /// Ends the text.
  public mutating func finish() {
    if list != nil { append("\n]") }
    append("\n}\n")
  }

  /// Hands over what was written and begins anew, to write a long text in parts.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// How many bytes there are to be taken.
  public var count: Int { bytes.count }

  private mutating func addLine(to name: String, _ value: JSONValue) {
    if list != name {
      if list != nil { append("\n]") }
      append(",\n\(quoted(name)):[\n")
      list = name
    } else {
      append(",\n")
    }
    append(value)
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(_ value: JSONValue) {
    bytes.append(contentsOf: JSONText(value).bytes)
  }

  private func quoted(_ name: String) -> String { "\"\(name)\"" }
}
