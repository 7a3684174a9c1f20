/// What one person has to do: the planned steps of their open deals by when they are due.
public struct MyDay: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// What was due before the day, the longest overdue first.
  public let overdue: [DueStep]
  /// What is due on the day, by the hour; what has no time comes last.
  public let today: [DueStep]
  /// What is due on the day after.
  public let tomorrow: [DueStep]
  /// What is due later in the week, which ends on Sunday.
  public let thisWeek: [DueStep]
  /// What is due after the week.
  public let later: [DueStep]
  /// The open deals that have nothing planned and are not put aside until a later day, the most
  /// valuable first.
  public let withoutStep: [Deal]

  /// Sorts the steps of a person's open deals; deals of others are passed over.
  public init(of deals: some Sequence<Deal>, owner: Identifier<Person>, on day: Day) {
    let open = deals.filter { $0.owner == owner && $0.status.isOpen && !$0.isDeleted }
    let steps = DueStep.all(of: open)
    let sunday = day + (7 - day.weekday.rawValue)
    self.day = day
    overdue = steps.filter { $0.step.due < day }
    today = steps.filter { $0.step.due == day }
    tomorrow = steps.filter { $0.step.due == day + 1 }
    thisWeek = steps.filter { $0.step.due > day + 1 && $0.step.due <= sunday }
    later = steps.filter { $0.step.due > max(day + 1, sunday) }
    let idle = open.filter { $0.nextStep == nil && ($0.snoozedUntil ?? day) <= day }
    withoutStep = idle.sorted { left, right in
      left.isWorthMore(than: right) ?? (left.id < right.id)
    }
  }
}
