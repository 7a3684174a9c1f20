internal import Pipeline

/// A row of a deals file, read into values that cannot be wrong.
struct DealRow {
  /// How the row says that the deal ended.
  enum Outcome: Hashable {
    case open
    case won
    case lost(reason: String?)

    var isOpen: Bool { self == .open }
  }

  /// The physical line it starts on.
  var line: Int
  /// The id in the source, or one derived from the content where the source has none.
  var key: SourceKey
  var title: String
  var pipeline: Identifier<SalesPipeline>
  /// The stage; one made up where the file names none, as HubSpot does for closed deals.
  var stage: Identifier<Stage>
  var isStageKnown = true
  var outcome: Outcome
  /// The day of the outcome; `nil` while open and where the file does not say.
  var closing: Day?
  var currency: Currency
  var minorUnits: Int64?
  var owner: String?
  var organization: String?
  var contact: String?
  var labels: [String] = []
  var probability: Probability?
  var category: ForecastCategory = .pipeline
  var created: Day?
  var stageChanged: Day?
  var updated: Day?
  var expectedClose: Day?
  var nextActivity: Day?
  /// A next step of which the row says more than the day.
  var step: Step?
  /// The telephone number of the contact, and where the contact gets mail.
  var phone: String?
  var mail: String?
  /// A note that stands in the row.
  var note: String?

  /// A next step as a row has it.
  struct Step {
    var due: Day
    var activity: Activity
  }

  /// The day it exists from: its creation, else the earliest day of anything that happened, else
  /// the day of the import.
  func existsSince(today: Day) -> Day {
    if let created { return created }
    var earliest = stageChanged
    if let updated { earliest = min(earliest ?? updated, updated) }
    if let closing { earliest = min(earliest ?? closing, closing) }
    return earliest ?? today
  }

  /// The day of the outcome, never before it exists; the latest day known where the file names
  /// none.
  func closedDay(today: Day) -> Day {
    let since = existsSince(today: today)
    if let closing { return max(closing, since) }
    return max(stageChanged ?? updated ?? today, updated ?? stageChanged ?? today, since)
  }
}

extension DealRow {
  /// The deal as its creation leaves it.
  func draft(owner: Identifier<Person>?, today: Day) -> DealDraft {
    DealDraft(
      title: title,
      pipeline: pipeline,
      stage: stage,
      currency: currency,
      minorUnits: minorUnits,
      owner: owner,
      organization: organization,
      contact: contact,
      labels: labels,
      probability: probability,
      expectedClose: expectedClose,
      category: category,
      isCreationKnown: created != nil,
      beginsVisit: stageEntered(today: today) == nil,
      key: key
    )
  }

  /// What happened after the creation, in the order of its days: NUMBERS.md, "Time".
  func events(today: Day) -> [(change: DealChange, day: Day)] {
    var events: [(change: DealChange, day: Day)] = []
    var last = existsSince(today: today)
    if let entered = stageEntered(today: today) {
      events.append((.enteredStage, entered))
      last = entered
    }
    switch outcome {
    case .won: events.append((.won, closedDay(today: today)))
    case .lost(let reason): events.append((.lost(reason: reason), closedDay(today: today)))
    case .open:
      if let updated, updated > last {
        events.append((.updatedAtSource, updated))
        last = updated
      }
      if let step {
        let planned = PlannedStep(number: 1, due: step.due, activity: step.activity)
        events.append((.stepPlanned(planned), last))
      } else if let nextActivity {
        events.append((Self.step(1, due: nextActivity), last))
      }
    }
    if let note { events.append((.noted(note), max(last, events.last?.day ?? last))) }
    return events
  }

  /// What a next activity is about of which a file names only the day.
  static let nextActivity = Activity(kind: .task, text: "Next activity")

  /// The planning of such an activity.
  static func step(_ number: Int32, due: Day) -> DealChange {
    .stepPlanned(PlannedStep(number: number, due: due, activity: nextActivity))
  }

  /// The day the visit to the stage begins where that is later than the creation, at the latest
  /// the closing day; `nil` where it begins with the creation.
  private func stageEntered(today: Day) -> Day? {
    guard let stageChanged else { return nil }
    let day = outcome.isOpen ? stageChanged : min(stageChanged, closedDay(today: today))
    return day > existsSince(today: today) ? day : nil
  }
}
