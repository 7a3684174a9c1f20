internal import Pipeline

/// The next activity that a deals file named by its day.
struct NamedActivity {
  let due: Day
  /// The step that was planned for it; `nil` where an activities file has put its own there.
  let step: Int32?

  private init(due: Day, step: Int32?) {
    self.due = due
    self.step = step
  }

  /// The last one in a deal's standing events of imports; `nil` where the deals file named none.
  ///
  /// An activities file names the same activity with more words: its step takes that place.
  init?(lastIn events: [DealEvent]) {
    var last: NamedActivity?
    var replaced: Day?
    for event in events {
      let dropped = replaced
      replaced = nil
      if case .stepPlanned(let step) = event.change {
        if step.activity == DealRow.nextActivity {
          last = NamedActivity(due: step.due, step: step.number)
        } else if step.due == dropped {
          last = NamedActivity(due: step.due, step: nil)
        }
      } else if case .stepDropped(let number) = event.change, let named = last,
        number == named.step
      {
        replaced = named.due
        last = nil
      }
    }
    guard let last else { return nil }
    self = last
  }
}
