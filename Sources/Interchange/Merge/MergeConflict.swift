internal import Pipeline

/// A field that the file and someone here both changed.
struct MergeConflict {
  /// The file's value.
  let theirs: DealChange
  /// The value here, which stays.
  let ours: DealChange?
  /// Whether nobody changed it here, and the value stays because the deal is closed.
  var isClosed = false

  /// The field as columns and JSON call it.
  var field: String {
    switch theirs {
    case .retitled: "title"
    case .valued: "value"
    case .probabilitySet: "probability"
    case .expectedCloseSet: "expected_close"
    case .ownerSet: "owner"
    case .organizationSet: "organization"
    case .contactSet: "contact"
    case .labelled: "label"
    case .categorySet: "category"
    case .moved, .transferred: "stage"
    case .won, .lost, .reopened: "status"
    case .created, .enteredStage, .deleted, .noted, .longNotesSet, .activityLogged, .stepPlanned,
      .stepDone,
      .stepDropped, .updatedAtSource, .snoozed, .undone:
      "deal"
    }
  }

  /// A value in words, with the names of stages, pipelines and people; `nil` where there is none.
  static func words(
    _ change: DealChange?,
    stage: (Identifier<Stage>) -> String?,
    pipeline: (Identifier<SalesPipeline>) -> String?,
    person: (Identifier<Person>) -> String?
  ) -> String? {
    switch change {
    case .retitled(let text), .noted(let text), .longNotesSet(let text): text
    case .valued(let amount, let currency):
      amount.map { Money(minorUnits: $0, currency: currency).description }
    case .probabilitySet(let probability): probability.map { "\($0.percent)" }
    case .expectedCloseSet(let day), .snoozed(let day, _, _): day?.description
    case .ownerSet(let owner): owner.map { person($0) ?? "person \($0)" }
    case .organizationSet(let name), .contactSet(let name): name
    case .labelled(let labels): labels.isEmpty ? nil : labels.joined(separator: ", ")
    case .categorySet(let category): category.rawValue
    case .moved(let to): stage(to) ?? "stage \(to)"
    case .transferred(let there, let to):
      (stage(to) ?? "stage \(to)") + (pipeline(there).map { " of \($0)" } ?? "")
    case .won: "won"
    case .lost(let reason): reason.map { "lost (\($0))" } ?? "lost"
    case .reopened: "open"
    case nil, .created, .enteredStage, .deleted, .activityLogged, .stepPlanned, .stepDone,
      .stepDropped, .updatedAtSource, .undone:
      nil
    }
  }
}
