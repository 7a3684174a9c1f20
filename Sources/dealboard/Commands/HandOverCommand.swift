import ArgumentParser
import Interchange
import Pipeline
import Store

/// Hands all deals of an owner over to another.
struct HandOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-over",
    abstract: "Hand all deals of an owner over to another, as one undo step.",
    discussion: """
      Open deals go, of all pipelines unless --pipeline names one; closed ones stay with who closed
      them unless --closed is given.

      Example: dealboard people hand-over ana ben
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(
    help: """
      Whose deals: a name, the beginning of one, initials or a login; nobody: those that nobody owns.
      """
  )
  var from: String

  @Argument(help: "Who gets them: a person, or nobody.")
  var to: String

  @Flag(help: "Hand closed deals over too, and with them what they count for.")
  var closed = false

  func run() throws {
    let workspace = try OpenWorkspace.changing(options)
    let names = workspace.names
    let giver = try TextArgument.isNobody(from) ? nil : names.person(from)
    let taker = try TextArgument.isNobody(to) ? nil : names.person(to)
    if giver?.id == taker?.id {
      throw CommandFailure(.usage, "Both are \(Self.name(giver)). Name two different owners.")
    }
    if let taker, !taker.isActive {
      throw CommandFailure(.usage, "\(taker.name) has left the team. Name somebody who is on it.")
    }
    let pipeline = try options.pipeline.map { try names.pipeline($0).id }
    let deals = try workspace.deals(asOf: workspace.today).filter { deal in
      deal.owner == giver?.id && (closed || deal.status.isOpen)
        && (pipeline == nil || deal.pipeline == pipeline)
    }
    let changed =
      deals.isEmpty
      ? []
      : try workspace.changeAll(
        deals,
        .ownerSet(taker?.id),
        on: workspace.today,
        summary: "hand \(Self.count(deals)) of \(Self.name(giver)) over to \(Self.name(taker))"
      )
    try answer(changed, from: giver, to: taker)
  }

  private func answer(_ deals: [Deal], from giver: Person?, to taker: Person?) throws {
    let value = JSONValue.named([
      "from": JSONValue(giver?.name),
      "to": JSONValue(taker?.name),
      "deals": .array(deals.map { JSONValue($0.id.rawValue) }),
    ])
    try Answer.print(json: options.json, value) {
      var lines = Lines()
      let whose = Self.name(giver)
      guard !deals.isEmpty else {
        lines.add("No \(closed ? "" : "open ")deal is \(giver == nil ? whose : whose + "'s").")
        return lines.text
      }
      lines.add("\(Self.count(deals)) of \(whose) handed over to \(Self.name(taker)).")
      lines.add("Take it back with `dealboard undo`.")
      return lines.text
    }
  }

  private static func count(_ deals: [Deal]) -> String {
    FigureText.counted(deals.count, "deal", "deals")
  }

  private static func name(_ person: Person?) -> String { person?.name ?? "nobody" }
}
