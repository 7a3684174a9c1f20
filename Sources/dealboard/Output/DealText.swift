import Pipeline

/// A deal in lines for a person.
struct DealText {
  /// The pipelines and people that the deal names.
  let names: StructureNames
  /// The day that ages are of.
  let day: Day

  /// One line: number, title and where it stands.
  func line(_ deal: Deal, _ what: String) -> String {
    var lines = Lines()
    lines.add(StyledText("#\(deal.id) ", .dim), StyledText(deal.title, .strong), ": \(what)")
    return lines.text
  }

  /// Where a deal stands: its stage, or its outcome with the day.
  func standing(_ deal: Deal) -> StyledText {
    if deal.isDeleted { return StyledText("deleted", .bad) }
    let stage = names.name(of: deal.stage)
    return switch deal.status {
    case .open: StyledText(stage)
    case .won(let day): StyledText("won \(day)", .good)
    case .lost(let day, let reason):
      StyledText("lost \(day)" + (reason.map { ": \($0)" } ?? ""), .bad)
    }
  }

  /// All fields, one a line, how the person is reached, and what is planned.
  func fields(_ deal: Deal, _ contact: Contact?) -> Lines {
    var lines = Lines()
    lines.add(StyledText("#\(deal.id) ", .dim), StyledText(deal.title, .strong))
    var table = TextTable([.words(""), .words("")], hasHeadings: false)
    for (name, value) in rows(deal, contact) where value.width > 0 {
      table.add([StyledText(name, .dim), value])
    }
    lines.add(table)
    return lines
  }

  private func rows(_ deal: Deal, _ contact: Contact?) -> [(String, StyledText)] {
    let pipeline = names.pipeline(deal.pipeline)
    let stage = pipeline?.stage(deal.stage)
    let probability = deal.probability(in: stage)
    let visit = deal.currentVisitDays(on: day).map { ", \(FigureText.dayCount($0)) there" } ?? ""
    return [
      ("Status", !deal.isDeleted && deal.status.isOpen ? "open" : standing(deal)),
      ("Pipeline", StyledText(pipeline?.name ?? "")),
      ("Stage", StyledText(names.name(of: deal.stage) + visit)),
      ("Value", StyledText(FigureText.value(deal.value))),
      ("Probability", StyledText(probability.map { "\($0.percent) %" } ?? "")),
      ("Owner", StyledText(names.name(of: deal.owner) ?? "")),
      ("Organization", StyledText(deal.organization ?? "")),
      ("Contact", StyledText(deal.contact ?? "")),
      ("Phone", StyledText(contact?.phone ?? "")),
      ("Mail", StyledText(contact?.mail ?? "")),
      ("Labels", StyledText(deal.labels.joined(separator: ", "))),
      ("Category", StyledText(deal.category == .pipeline ? "" : deal.category.rawValue)),
      ("Expected close", StyledText(deal.expectedClose?.description ?? "")),
      ("Created", StyledText(deal.created?.description ?? "unknown")),
      ("Age", StyledText(deal.age(on: day).map(FigureText.dayCount) ?? "n/a: creation unknown")),
      ("Idle", idle(deal, stage)),
      ("Put aside until", StyledText(deal.snoozedUntil?.description ?? "")),
    ] + deal.steps.map { ("Step \($0.number)", step($0)) }
  }

  private func idle(_ deal: Deal, _ stage: Stage?) -> StyledText {
    guard deal.status.isOpen, !deal.isDeleted else { return "" }
    let days = FigureText.dayCount(deal.idleDays(on: day))
    guard deal.isStale(on: day, idleLimit: stage?.idleLimit), let limit = stage?.idleLimit else {
      return StyledText(days)
    }
    return StyledText("\(days), stale: the limit is \(limit)", .warning)
  }

  private func step(_ step: PlannedStep) -> StyledText {
    let time = step.minuteOfDay.map { " " + TimeOfDay.text($0) } ?? ""
    let text = "\(step.due)\(time) \(step.activity.kind.rawValue) \(step.activity.text)"
    return StyledText(text, step.due < day ? .bad : step.due == day ? .good : .plain)
  }
}
