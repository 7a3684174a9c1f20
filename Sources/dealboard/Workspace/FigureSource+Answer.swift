import Interchange
import Pipeline

/// How a command prints what it counted.
struct FigureAnswer<Counts> {
  /// What stands before the first deal.
  let empty: Counts
  /// As JSON.
  let json: (Counts) throws -> JSONValue
  /// As text.
  let text: (Counts) throws -> String
  /// Groups as text, where one table says more than a piece of text for each; `nil`: pieces.
  var groupsText: (([(name: String?, counts: Counts)], Grouping) throws -> String)?
  /// The earliest day that figures are of, where that is before the as-of day.
  var since: Day?
  /// Whether the JSON is an object that says itself on which day history begins.
  var saysHistory = false
}

extension FigureSource {
  /// Counts deals and prints the answer, whole or by the field that was asked for.
  func print<Counts>(
    _ answer: FigureAnswer<Counts>,
    json: Bool,
    counting count: @escaping (inout Counts, Deal) -> Void
  ) throws {
    try print(answer, json: json) { take in
      try deals { deal in take(deal) { count(&$0, deal) } }
    }
  }

  /// Counts histories and prints the answer, whole or by the field that was asked for; a deal is in
  /// the groups that it is in as of the day.
  func print<Counts>(
    _ answer: FigureAnswer<Counts>,
    json: Bool,
    countingHistories count: @escaping (inout Counts, DealHistory, Deal) -> Void
  ) throws {
    try print(answer, json: json) { take in
      try histories { history, deal in take(deal) { count(&$0, history, deal) } }
    }
  }

  /// Prints what `feed` counts: it hands on each deal with what the deal does to the counts.
  func print<Counts>(
    _ answer: FigureAnswer<Counts>,
    json: Bool,
    feeding feed: ((Deal, (inout Counts) -> Void) -> Void) throws -> Void
  ) throws {
    guard let grouping else {
      var counts = answer.empty
      try feed { _, change in change(&counts) }
      let whole = counts
      return try print(
        json: json,
        since: answer.since,
        saysHistory: answer.saysHistory,
        try answer.json(whole)
      ) { try answer.text(whole) }
    }
    var groups = Grouped(by: grouping, from: answer.empty)
    var ungrouped = Ungrouped(pipeline: pipeline.id, window: days)
    try feed { deal, change in
      groups.update(deal, change)
      if grouping.keys(of: deal).isEmpty { ungrouped.count(deal) }
    }
    let rest = ungrouped.sentence(grouping).map { StyledText($0, .dim) }
    let sorted = groups.sorted(among: names.people)
    try print(
      json: json,
      since: answer.since,
      .array(sorted.map { Self.named($0.name, grouping, try answer.json($0.counts)) })
    ) {
      var lines = Lines()
      lines.add(
        text: try answer.groupsText?(sorted, grouping)
          ?? Self.text(sorted.map { ($0.name, try answer.text($0.counts)) }, grouping)
      )
      if let rest { lines.add(rest) }
      return lines.text
    }
  }

  /// Prints an answer with the mark of hindsight: below text; in JSON that has room for it, and else
  /// beside it on standard error.
  private func print(
    json: Bool,
    since earlier: Day?,
    saysHistory: Bool = false,
    _ value: @autoclosure () throws -> JSONValue,
    text: () throws -> String
  ) throws {
    let mark = try hindsight(since: earlier)
    if json, saysHistory, case .object(let members) = try value() {
      let begins = JSONValue.members(["history_begins": JSONValue(mark?.historyBegins)])
      return try Console.write(JSONValue.object(members + begins).printed)
    }
    try Answer.print(json: json, try value()) {
      try mark?.marked(text(), ofPart: isPart) ?? text()
    }
    if json, let mark {
      Console.writeError(TerminalText.safe(mark.sentence(besidePart: isPart)))
    }
  }

  /// A group's figures under its name; those that are a list stand under `figures`.
  private static func named(
    _ name: String?,
    _ grouping: Grouping,
    _ figures: JSONValue
  ) -> JSONValue {
    let head = JSONValue.members([grouping.rawValue: JSONValue(name)])
    guard case .object(let members) = figures else {
      return .object(head + JSONValue.members(["figures": figures]))
    }
    return .object(head + members)
  }

  private static func text(
    _ groups: [(name: String?, text: String)],
    _ grouping: Grouping
  ) -> String {
    var lines = Lines()
    for (place, group) in groups.enumerated() {
      if place > 0 { lines.addBlank() }
      lines.add(StyledText("\(grouping.heading): \(group.name ?? "(none)")", .strong))
      lines.add(text: group.text)
    }
    if groups.isEmpty { lines.add("No deals have \(grouping.article) \(grouping.rawValue).") }
    return lines.text
  }
}

/// The deals that a field puts in no group: those that are not lost have no reason for a loss.
private struct Ungrouped {
  let pipeline: Identifier<SalesPipeline>
  /// The days whose closed deals count.
  let window: DayRange
  private var open = 0
  private var won = 0

  init(pipeline: Identifier<SalesPipeline>, window: DayRange) {
    self.pipeline = pipeline
    self.window = window
  }

  mutating func count(_ deal: Deal) {
    guard deal.pipeline == pipeline, !deal.isDeleted else { return }
    switch deal.status {
    case .open: open += 1
    case .won(let day): if window.contains(day) { won += 1 }
    case .lost: break
    }
  }

  /// `48 open and 4 won deals have no reason and are in no group.`; `nil` where there are none.
  func sentence(_ grouping: Grouping) -> String? {
    guard open + won > 0 else { return nil }
    let parts = [(open, "open"), (won, "won")].filter { $0.0 > 0 }
      .map { "\(FigureText.count($0.0)) \($0.1)" }.joined(separator: " and ")
    let verb = open + won == 1 ? "deal has" : "deals have"
    let are = open + won == 1 ? "is" : "are"
    return "\(parts) \(verb) no \(grouping.rawValue) and \(are) in no group."
  }
}

extension Grouping {
  /// What stands over the groups' names.
  var heading: String {
    switch self {
    case .owner: "Owner"
    case .label: "Label"
    case .organization: "Organization"
    case .reason: "Reason"
    }
  }

  fileprivate var article: String {
    switch self {
    case .owner, .organization: "an"
    case .label, .reason: "a"
    }
  }
}
