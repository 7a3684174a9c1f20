import ArgumentParser
import Interchange
import Pipeline

/// Lists the open deals that need attention.
struct AttentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attention",
    abstract: "Which open deals need attention and why, worst first.",
    discussion: """
      A deal needs attention when its next step is overdue or missing, when it went untouched for \
      longer than its stage allows, or when one visit lasts longer than the stage allows.

      Example: dealboard attention --owner ana
      """
  )

  /// Why nothing is idle or stuck for too long where no stage has a limit.
  static let noLimits = "no idle or stuck limits are set: dealboard stages set"

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var noConversion: NoConversionOptions

  @Flag(help: "Say why so many deals need attention, by reason: rule, limits, deals.")
  var explain = false

  func run() throws {
    noConversion.noteUnused()
    let source = try FigureSource(options, figures)
    if explain { return try explain(source) }
    let answer = FigureAnswer(
      empty: [Deal](),
      json: { json($0, source) },
      text: { text($0, source) }
    )
    try source.print(answer, json: options.json) { open, deal in
      if deal.status.isOpen, !deal.isDeleted { open.append(deal) }
    }
  }

  private func explain(_ source: FigureSource) throws {
    func answer(_ open: [Deal]) -> ExplanationAnswer {
      let explainer = AttentionExplainer(of: open, in: source.pipeline, on: source.day)
      return ExplanationAnswer(
        // What is due today needs no attention yet.
        explanations: AttentionFigure.allCases.filter { $0 != .dueToday }.map {
          (name: $0.rawValue, explanation: explainer.explanation(of: $0))
        }
      )
    }
    let printed = FigureAnswer(
      empty: [Deal](),
      json: { answer($0).value },
      text: { answer($0).text }
    )
    try source.print(printed, json: options.json) { open, deal in
      if deal.status.isOpen, !deal.isDeleted { open.append(deal) }
    }
  }

  private func json(_ open: [Deal], _ source: FigureSource) -> JSONValue {
    let deals = DealAnswer(names: source.names, day: source.day)
    return .array(
      Attention.list(of: open, in: source.pipeline, on: source.day).map { attention in
        guard case .object(let members) = deals.listed(attention.deal) else { return .null }
        let reasons = JSONValue.array(attention.reasons.map(\.json))
        return .object(members + JSONValue.members(["reasons": reasons]))
      }
    )
  }

  private func text(_ open: [Deal], _ source: FigureSource) -> String {
    let found = Attention.list(of: open, in: source.pipeline, on: source.day)
    var lines = Lines()
    // What more than half of the open deals lack is said once, not on each.
    let without = found.count { $0.reasons.contains(.noNextStep) }
    let isSaidOnce = without * 2 > open.count
    if isSaidOnce {
      let count = "\(FigureText.count(without)) of \(FigureText.count(open.count)) open deals"
      lines.add(StyledText("\(count) have no next step.", .warning))
    }
    let shown = isSaidOnce ? found.filter { $0.reasons != [.noNextStep] } : found
    var table = TextTable([
      .numbers("#"), .words("Title"), .words("Stage"), .words("Owner"), .words("Why"),
    ])
    for attention in shown {
      let reasons = attention.reasons.filter { !isSaidOnce || $0 != .noNextStep }
      let deal = attention.deal
      table.add([
        StyledText(deal.id.description, .dim),
        StyledText(deal.title, .strong),
        StyledText(source.names.name(of: deal.stage)),
        StyledText(source.names.name(of: deal.owner) ?? "", .dim),
        StyledText(reasons.map(\.words).joined(separator: ", "), .warning),
      ])
    }
    if !table.isEmpty { lines.add(table) }
    lines.add(
      StyledText(FigureText.counted(found.count, "deal needs", "deals need") + " attention", .dim)
    )
    if !source.pipeline.hasLimits, !open.isEmpty { lines.add(StyledText(Self.noLimits, .dim)) }
    return lines.text
  }
}

extension AttentionReason {
  fileprivate var words: String {
    switch self {
    case .overdue(let days): "step overdue by \(FigureText.dayCount(days))"
    case .stale(let days, let limit): "idle for \(days) of \(FigureText.dayCount(limit))"
    case .stuck(let days, let limit): "in its stage for \(days) of \(FigureText.dayCount(limit))"
    case .noNextStep: "no next step"
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .overdue(let days): .named(["reason": "overdue", "days": JSONValue(days), "limit": nil])
    case .stale(let days, let limit):
      .named(["reason": "stale", "days": JSONValue(days), "limit": JSONValue(limit)])
    case .stuck(let days, let limit):
      .named(["reason": "stuck", "days": JSONValue(days), "limit": JSONValue(limit)])
    case .noNextStep: .named(["reason": "no_next_step", "days": nil, "limit": nil])
    }
  }
}
