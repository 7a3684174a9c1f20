import Pipeline

/// A change that `.` makes again on another deal.
enum RepeatableChange: Hashable, Sendable {
  /// Sent so many stages on, or back where negative.
  case sent(by: Int)
  /// Carried to one stage, from several.
  case moved(to: Identifier<Stage>)
  case won
  case lost(reason: String?)
  case valued(Int64?, Currency)
  case expectedClose(Day?)
  case nextStep(due: Day, minuteOfDay: Int16?, Activity)
  case snoozed(until: Day?, reason: String?, isKept: Bool)
  case noted(String)
}

/// What was changed last through the board: what `.` makes again, or what it says it cannot.
enum LastChange: Hashable, Sendable {
  case repeatable(RepeatableChange)
  /// It is about its own deals alone; as the log calls it, with what does the like to another deal,
  /// where anything does.
  case single(summary: String, by: Command?)
}

extension LastChange {
  /// What a step did: repeatable where it did one and the same thing to each of its deals that means
  /// something of another one too; else the command that did it is named.
  init(
    _ changes: [AllowedChange],
    summary: String,
    by command: Command?,
    in pipeline: SalesPipeline,
    on today: Day
  ) {
    // What is planned drops what was planned before.
    let made = changes.filter { if case .stepDropped = $0.change { false } else { true } }
    let kinds = Set(made.map { RepeatableChange($0, in: pipeline, on: today) })
    let isOnceEach = Set(made.map(\.before.id)).count == made.count
    let stages = pipeline.stages.count
    let isSentOn = made.allSatisfy { one in
      // Sending on wins what stands in the last stage.
      one.change != .won || pipeline.position(of: one.before.stage) == stages - 1
    }
    if isOnceEach, kinds.count == 1, let only = kinds.first ?? nil {
      self = .repeatable(only)
    } else if isOnceEach, isSentOn, kinds == [.sent(by: 1), .won] {
      self = .repeatable(.sent(by: 1))
    } else if isOnceEach, case .moved(let stage)? = made.first?.change,
      made.allSatisfy({ $0.change == .moved(to: stage) })
    {
      self = .repeatable(.moved(to: stage))
    } else {
      self = .single(summary: summary, by: command)
    }
  }
}

extension RepeatableChange {
  /// What a change is when it is made of another deal; `nil` where it means nothing there.
  fileprivate init?(_ made: AllowedChange, in pipeline: SalesPipeline, on today: Day) {
    switch made.change {
    case .moved(let stage):
      guard made.before.status.isOpen, let from = pipeline.position(of: made.before.stage),
        let to = pipeline.position(of: stage)
      else { return nil }
      self = .sent(by: to - from)
    case .won:
      guard made.day == today else { return nil }
      self = .won
    case .lost(let reason): self = .lost(reason: reason)
    case .valued(let amount, let currency): self = .valued(amount, currency)
    case .expectedCloseSet(let day): self = .expectedClose(day)
    case .stepPlanned(let step):
      self = .nextStep(due: step.due, minuteOfDay: step.minuteOfDay, step.activity)
    case .snoozed(let until, let reason, let isKept):
      self = .snoozed(until: until, reason: reason, isKept: isKept)
    case .noted(let text): self = .noted(text)
    case .created, .enteredStage, .transferred, .reopened, .deleted, .retitled, .probabilitySet,
      .ownerSet, .organizationSet, .contactSet, .labelled, .categorySet, .longNotesSet,
      .activityLogged, .stepDone, .stepDropped, .updatedAtSource, .undone:
      return nil
    }
  }
}
