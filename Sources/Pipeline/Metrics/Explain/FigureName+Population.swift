extension FigureName {
  /// Why a deal is not counted; the raw value is the reason in words.
  enum Omission: String, CaseIterable {
    case withoutValue = "without a value"
    case withoutProbability = "with a value and no probability"
    case withoutAge = "of unknown creation"
    case stale = "stale"
    case outsideWindow = "closed outside the window"
    case enteredOutsideWindow = "first there outside the window"
    case createdOutsideWindow = "created outside the window, or of unknown creation"
    case pending = "pending, still open there"
    case stillThere = "still open in the stage"
    case withoutVisit = "whose visit has not begun"
    case wentBackOutsideWindow = "that went back outside the window only"
  }

  /// What a figure makes of one deal.
  struct Part {
    /// Whether the deal is behind the figure.
    var isCounted = false
    /// Why it is not, or not in all of it.
    var omissions: [Omission] = []

    static let counted = Part(isCounted: true)
    static let nothing = Part()

    static func left(out omission: Omission) -> Part { Part(omissions: [omission]) }
  }

  /// What the figure makes of a deal of the pipeline that is not deleted.
  func part(of deal: Deal, _ path: StagePath, in figures: Figures) -> Part {
    if let currency, deal.currency != currency { return .nothing }
    switch kind {
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .currentVisit:
      return openPart(of: deal, path, in: figures)
    case .averageWon, .winRate, .winRateByValue, .recentWinRate, .ageAtWin, .ageAtLoss, .won,
      .wonValue, .lost, .lostValue, .wonInMonth:
      return closedPart(of: deal, path, in: figures)
    case .velocity: return velocityPart(of: deal, in: figures)
    case .cohort, .created, .createdValue:
      guard let created = deal.created, figures.window.contains(created) else {
        return .left(out: .createdOutsideWindow)
      }
      return kind == .createdValue && deal.minorUnits == nil ? .left(out: .withoutValue) : .counted
    case .timeInStage: return timePart(of: deal, path, in: figures)
    case .conversion, .asked, .converted, .pending:
      return conversionPart(of: deal, path, in: figures)
    case .regressions:
      if path.regressions.contains(where: { figures.window.contains($0) }) { return .counted }
      return path.regressions.isEmpty ? .nothing : .left(out: .wentBackOutsideWindow)
    }
  }

  private func openPart(of deal: Deal, _ path: StagePath, in figures: Figures) -> Part {
    guard deal.status.isOpen,
      stage.map({ figures.pipeline.stage(at: $0)?.id == deal.stage }) ?? true
    else { return .nothing }
    let own = figures.pipeline.stage(deal.stage)
    let isStale = deal.isStale(on: figures.asOf, idleLimit: own?.idleLimit)
    switch kind {
    case .stale: return isStale ? .counted : .nothing
    case .openValue, .averageSize:
      return deal.minorUnits == nil ? .left(out: .withoutValue) : .counted
    case .weightedValue:
      if deal.minorUnits == nil { return .left(out: .withoutValue) }
      return deal.probability(in: own) == nil ? .left(out: .withoutProbability) : .counted
    case .currentVisit:
      return deal.currentVisitDays(on: figures.asOf) == nil ? .left(out: .withoutVisit) : .counted
    case .openDeals, .averageWon, .winRate, .winRateByValue, .recentWinRate, .cohort, .ageAtWin,
      .ageAtLoss, .timeInStage, .velocity, .conversion, .asked, .converted, .pending, .created,
      .createdValue, .won, .wonValue, .lost, .lostValue, .regressions, .wonInMonth:
      return .counted
    }
  }

  private func closedPart(of deal: Deal, _ path: StagePath, in figures: Figures) -> Part {
    guard let closed = deal.status.closedDay else { return .nothing }
    let isWon = deal.status.isWon
    if kind == .wonInMonth {
      guard isWon, closed >= figures.asOf.startOfMonth else { return .nothing }
      return deal.minorUnits == nil ? .left(out: .withoutValue) : .counted
    }
    if let stage, !isWon, path.furthest < stage { return .nothing }
    if let wanted = kind.outcome, wanted != isWon { return .nothing }
    let days = kind == .recentWinRate ? figures.recentDays : figures.window
    guard days.contains(closed) else { return .left(out: .outsideWindow) }
    switch kind {
    case .averageWon, .winRateByValue, .wonValue, .lostValue:
      return deal.minorUnits == nil ? .left(out: .withoutValue) : .counted
    case .ageAtWin, .ageAtLoss:
      return deal.created == nil ? .left(out: .withoutAge) : .counted
    case .winRate, .recentWinRate, .openDeals, .stale, .openValue, .averageSize, .weightedValue,
      .cohort, .timeInStage, .currentVisit, .velocity, .conversion, .asked, .converted, .pending,
      .created, .createdValue, .won, .lost, .regressions, .wonInMonth:
      return .counted
    }
  }

  /// The open deals that are N, and the closed ones behind V, W and L.
  private func velocityPart(of deal: Deal, in figures: Figures) -> Part {
    guard let closed = deal.status.closedDay else {
      let limit = figures.pipeline.stage(deal.stage)?.idleLimit
      return deal.isStale(on: figures.asOf, idleLimit: limit) ? .left(out: .stale) : .counted
    }
    guard figures.window.contains(closed) else { return .left(out: .outsideWindow) }
    var part = Part.counted
    guard deal.status.isWon else { return part }
    if deal.minorUnits == nil { part.omissions.append(.withoutValue) }
    if deal.created == nil { part.omissions.append(.withoutAge) }
    return part
  }

  private func timePart(of deal: Deal, _ path: StagePath, in figures: Figures) -> Part {
    guard let stage, let first = path.firstDay(at: stage) else { return .nothing }
    guard figures.window.contains(first) else { return .left(out: .enteredOutsideWindow) }
    return deal.status.isOpen && path.current == stage ? .left(out: .stillThere) : .counted
  }

  private func conversionPart(of deal: Deal, _ path: StagePath, in figures: Figures) -> Part {
    guard let stage,
      let (outcome, day) = policy.outcome(
        of: deal,
        path: path,
        at: stage,
        isLast: stage == figures.stages.count - 1
      )
    else { return .nothing }
    // Of a count alone only those are left out that would be in it.
    switch (kind, outcome) {
    case (.converted, .failed), (.converted, .pending), (.pending, .converted), (.pending, .failed):
      return .nothing
    case (_, .converted), (_, .failed), (_, .pending): break
    }
    guard figures.window.contains(day) else { return .left(out: .enteredOutsideWindow) }
    switch (kind, outcome) {
    case (.asked, _), (.pending, .pending): return .counted
    case (_, .converted), (_, .failed): return .counted
    case (_, .pending): return .left(out: .pending)
    }
  }
}

extension FigureName.Kind {
  /// Whether the figure is of won deals alone, or of lost ones; `nil` where it is of neither.
  fileprivate var outcome: Bool? {
    switch self {
    case .ageAtWin, .averageWon, .won, .wonValue, .wonInMonth: true
    case .ageAtLoss, .lost, .lostValue: false
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .winRate, .winRateByValue,
      .recentWinRate, .cohort, .timeInStage, .currentVisit, .velocity, .conversion, .asked,
      .converted, .pending, .created, .createdValue, .regressions:
      nil
    }
  }
}
