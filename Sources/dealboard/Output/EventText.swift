import Pipeline

/// Entries of the log in words.
struct EventText {
  /// The pipelines, stages and people that events name.
  let names: StructureNames

  /// A table of events: day, who, and what was done.
  func table(_ events: [DealEvent], withDeal: Bool = false) -> TextTable {
    let deal: [TextTable.Column] = withDeal ? [.numbers("#")] : []
    var table = TextTable(deal + [.words("Day"), .words("Who"), .words("What")])
    var earlier: [EventID: DealChange] = [:]
    for event in events {
      earlier[event.id] = event.change
      let number = withDeal ? [StyledText(event.deal.description, .dim)] : []
      table.add(
        number + [
          StyledText(event.day.description, .dim),
          StyledText(event.actor),
          StyledText(words(event.change, before: event.before, earlier)),
        ]
      )
    }
    return table
  }

  private func words(
    _ change: DealChange,
    before: DealChange?,
    _ earlier: [EventID: DealChange]
  ) -> String {
    switch change {
    case .created(let draft): "created in \(names.name(of: draft.stage))"
    case .enteredStage: "entered its stage"
    case .moved(let stage):
      if case .moved(let old)? = before {
        "moved from \(names.name(of: old)) to \(names.name(of: stage))"
      } else {
        "moved to \(names.name(of: stage))"
      }
    case .transferred(let pipeline, let stage):
      "moved to \(names.name(of: stage)) of \(names.pipeline(pipeline)?.name ?? "")"
    case .retitled(let title): "title: \(title)"
    case .valued(let amount, let currency):
      "value: "
        + (amount.map { FigureText.money(Int128($0), currency) } ?? "none (\(currency))")
    case .probabilitySet(let probability):
      "probability: " + (probability.map { "\($0.percent) %" } ?? "the stage's")
    case .expectedCloseSet(let day): "expected close: \(day?.description ?? "none")"
    case .ownerSet(let owner): "owner: \(names.name(of: owner) ?? "nobody")"
    case .organizationSet(let name): "organization: \(name ?? "none")"
    case .contactSet(let name): "contact: \(name ?? "none")"
    case .labelled(let labels):
      "labels: " + (labels.isEmpty ? "none" : labels.joined(separator: ", "))
    case .categorySet(let category): "category: \(category.rawValue)"
    case .won: "won"
    case .lost(let reason): "lost" + (reason.map { ": \($0)" } ?? "")
    case .reopened: "reopened"
    case .deleted: "deleted"
    case .noted(let text): "note: \(text)"
    case .longNotesSet(let text):
      "notes: " + text.split(separator: "\n").joined(separator: " / ")
    case .activityLogged(let activity): "\(activity.kind.rawValue): \(activity.text)"
    case .stepPlanned(let step):
      "planned for \(step.due): \(step.activity.words(ofKind: step.activity.kind.rawValue))"
    case .stepDone(let number, let activity):
      "did step \(number): \(activity.words(ofKind: activity.kind.rawValue))"
    case .stepDropped(let number):
      if case .stepPlanned(let step)? = before {
        "dropped step \(number): \(step.activity.words(ofKind: step.activity.kind.rawValue))"
      } else {
        "dropped step \(number)"
      }
    case .snoozed(let day, let reason, let isKept):
      day.map {
        (isKept ? "kept until \($0)" : "put aside until \($0)") + (reason.map { ": \($0)" } ?? "")
      }
        ?? "taken up again"
    case .updatedAtSource: "updated at its source"
    case .undone(let id): undone(id, earlier)
    }
  }

  /// What was taken back, or made again where the event that is taken back took something back
  /// itself.
  private func undone(_ id: EventID, _ earlier: [EventID: DealChange]) -> String {
    var verb = "took back"
    var target = earlier[id]
    while case .undone(let inner)? = target {
      verb = verb == "took back" ? "made again" : "took back"
      target = earlier[inner]
    }
    return verb + ": " + (target.map { words($0, before: nil, earlier) } ?? "an earlier event")
  }
}
