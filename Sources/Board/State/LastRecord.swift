import Pipeline

/// What was done last where that is no step, so that undo does not take it back.
enum LastRecord: Hashable, Sendable {
  /// A goal was set or removed.
  case goal
  /// A baseline was saved or removed.
  case baseline
  /// A filter was saved or removed.
  case filter
  /// Somebody's phone or mail was written down.
  case contact
  /// The user said who they are.
  case identity
  /// A meeting was held.
  case meeting

  /// What effects do last that is no step; `nil` where a step is among them, or nothing is kept.
  init?(of effects: [Effect]) {
    var last: LastRecord?
    for effect in effects {
      switch effect {
      case .commit: return nil
      case .keep(_, let request): last = LastRecord(request) ?? last
      case .goOn, .undo, .redo, .reload, .loadWonDeals, .loadComparison, .narrow,
        .loadFilteredTotals, .loadPast, .openPresent, .findDeal, .loadHistory, .loadNotes,
        .editNotes, .removeNotesFile, .loadContact, .loadReport, .loadSuggestions, .save, .copy,
        .redraw, .suspend, .quit, .startWithSample, .startEmpty, .startWithImport:
        break
      }
    }
    guard let last else { return nil }
    self = last
  }

  /// What is kept of a meeting that still goes on is nothing that one did last.
  private init?(_ request: RecordRequest) {
    switch request {
    case .edit(let edit, _): self.init(edit)
    case .contact: self = .contact
    case .identity: self = .identity
    case .meeting: self = .meeting
    case .draft, .noDraft: return nil
    }
  }

  private init(_ edit: WorkspaceEdit) {
    switch edit {
    case .setGoal, .removeGoals: self = .goal
    case .saveBaseline, .removeBaseline: self = .baseline
    case .saveFilter, .removeFilter: self = .filter
    }
  }
}

extension BoardState {
  /// Remembers what was done last where that is no step.
  mutating func noteRecord(in effects: [Effect]) {
    if let record = LastRecord(of: effects) {
      lastRecord = record
    } else if effects.contains(where: { if case .commit = $0 { true } else { false } }) {
      lastRecord = nil
    }
  }

  /// Why undo does not take back what was done last, and what does; `nil` where that is a step.
  var recordSentence: String? {
    let (save, choose) = (key(of: .saveBaseline), key(of: .chooseBaseline))
    return switch lastRecord {
    case .goal:
      phrase("A goal is no undo step: \(key(of: .editGoal)) sets or removes it.")
    case .baseline:
      phrase("A baseline is no undo step: \(save) saves one, \(choose) and del removes it.")
    case .filter:
      phrase("A saved filter is no undo step: \(key(of: .savedFilters)) and del removes it.")
    case .contact:
      phrase("Phone and mail are no undo step: \(key(of: .contact)) changes them.")
    case .identity: phrase("Who you are is no undo step: dealboard people set changes it.")
    case .meeting: phrase("A meeting that was held is no undo step and stays held.")
    case nil: nil
    }
  }
}
