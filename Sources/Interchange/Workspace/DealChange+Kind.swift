public import Pipeline

extension DealChange {
  /// The kind of change as the log's JSON calls it.
  public var kindName: String {
    switch self {
    case .created: "created"
    case .enteredStage: "entered_stage"
    case .moved: "moved"
    case .transferred: "transferred"
    case .retitled: "title"
    case .valued: "value"
    case .probabilitySet: "probability"
    case .expectedCloseSet: "expected_close"
    case .ownerSet: "owner"
    case .organizationSet: "organization"
    case .contactSet: "contact"
    case .labelled: "labels"
    case .categorySet: "category"
    case .won: "won"
    case .lost: "lost"
    case .reopened: "reopened"
    case .deleted: "deleted"
    case .noted: "note"
    case .longNotesSet: "long_notes"
    case .activityLogged: "activity"
    case .stepPlanned: "step_planned"
    case .stepDone: "step_done"
    case .stepDropped: "step_dropped"
    case .snoozed: "snoozed"
    case .updatedAtSource: "updated_at_source"
    case .undone: "undone"
    }
  }
}
