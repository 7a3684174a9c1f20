public import Pipeline

/// Asks which deals a choice lets through.
///
/// A value that any thread may answer: finding them costs as much as there are deals.
public struct NarrowingRequest: Sendable {
  /// What it is known by; a later one makes it void.
  public let ticket: FilterTicket
  let workspace: Workspace
  /// A part of the workspace in which all deals are that `choice` lets through; `nil`: all of it.
  var source: Workspace?
  let choice: UnderstoodNarrowing
  /// What is shown instead where the choice finds nothing open in `pipeline`.
  var fallback: UnderstoodNarrowing?
  let pipeline: Identifier<SalesPipeline>

  /// The deals that are found, looked for by `hands`; `nil` as soon as `isOvertaken` says that a
  /// later one was asked.
  public func answer(
    by hands: some WorkingHands = OneHand(),
    unless isOvertaken: @escaping @Sendable () -> Bool = { false }
  ) -> NarrowingAnswer? {
    guard let found = found(choice, in: source ?? workspace, by: hands, unless: isOvertaken) else {
      return nil
    }
    guard let fallback, found.workspace?.live(pipeline).open.deals == 0 else { return found }
    return self.found(fallback, in: workspace, by: hands, unless: isOvertaken)
  }

  private func found(
    _ choice: UnderstoodNarrowing,
    in workspace: Workspace,
    by hands: some WorkingHands,
    unless isOvertaken: @escaping @Sendable () -> Bool
  ) -> NarrowingAnswer? {
    guard !choice.narrowing.isEmpty else {
      return NarrowingAnswer(ticket: ticket, choice: choice, workspace: nil)
    }
    return workspace.narrowed(by: hands, unless: isOvertaken, to: choice.lets).map {
      NarrowingAnswer(ticket: ticket, choice: choice, workspace: $0)
    }
  }
}

extension NarrowingRequest: Hashable {
  /// Whether two requests are one: what is asked goes by the ticket.
  public static func == (left: NarrowingRequest, right: NarrowingRequest) -> Bool {
    left.ticket == right.ticket
  }

  /// Hashes the ticket.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ticket)
  }
}

/// The deals that a choice lets through.
public struct NarrowingAnswer: Sendable {
  let ticket: FilterTicket
  /// What is shown: the choice that was asked about, or what stands in for it.
  let choice: UnderstoodNarrowing
  /// The deals, with no totals of closed ones yet; `nil`: all.
  let workspace: Workspace?
}

/// A choice of deals with its filter as it was understood.
struct UnderstoodNarrowing: Sendable {
  var narrowing: Narrowing
  var filter: DealFilter

  /// Whether what it lets through is among what another choice lets through, as far as their words
  /// tell.
  func narrows(_ other: UnderstoodNarrowing) -> Bool {
    guard narrowing.owner == other.narrowing.owner || other.narrowing.owner == nil else {
      return false
    }
    return filter.narrows(other.filter)
  }

  /// Whether a deal is among those that are shown.
  @Sendable func lets(_ deal: Deal) -> Bool {
    if let owner = narrowing.owner, deal.owner != owner { return false }
    return filter.matches(deal)
  }
}

/// What happens to deals while it is being found which ones are shown.
struct AwaitedNarrowing: Sendable {
  /// What an answer to come does not know.
  enum News: Sendable {
    /// A deal is in another state now.
    case changed(Deal)
    /// A closed deal can be shown now.
    case held(Deal)
  }

  let ticket: FilterTicket
  /// What is shown instead where nothing is found.
  let fallback: UnderstoodNarrowing?
  /// Whether the first deal that is found gets the focus where the focused one is not among them.
  let focusesFound: Bool
  /// Whether the deal that is found is opened, where it is one alone.
  var opensOnlyHit = false
  /// In the order it happened.
  var news: [News] = []
}
