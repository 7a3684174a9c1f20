public import Pipeline

/// What the board asks the store to keep beside the steps of deals.
///
/// It counts as unsaved until it is answered under its ticket, as a step does.
public enum RecordRequest: Hashable, Sendable {
  /// Change what the workspace holds beside deals; the sentence is said when it is done.
  case edit(WorkspaceEdit, done: String)
  /// Keep how the person of a deal is reached; comes back as `contactArrived` as well.
  case contact(ContactEdit, of: Identifier<Deal>, done: String)
  /// Make the user one of the team; comes back as `identified` as well.
  case identity(Identity)
  /// Keep what was decided so far in a meeting, in place of what was kept before.
  case draft(MeetingDraft)
  /// Forget what was kept of a meeting.
  case noDraft(MeetingDraft)
  /// Write minutes to a file and count the meeting as held, neither without the other; comes back as
  /// `meetingHeld` as well.
  case meeting(HeldMeeting)
}

extension RecordRequest {
  /// What it is called where it could not be kept and is offered again.
  var summary: String {
    switch self {
    case .edit(let edit, _): edit.summary
    case .contact(let edit, _, _): phrase("keep how \(edit.name) is reached")
    case .identity(.new(let name)): phrase("join as \(name)")
    case .identity(.person): phrase("say who you are")
    case .draft, .noDraft: phrase("keep what the meeting decided")
    case .meeting: phrase("write the minutes and end the meeting")
    }
  }

  /// Whether it is worth a question where it could not be kept: a later draft takes the place of one
  /// that was lost, and an old one must not take that of a later one.
  var isOfferedAgain: Bool {
    switch self {
    case .edit, .contact, .identity, .meeting: true
    case .draft, .noDraft: false
    }
  }
}

extension WorkspaceEdit {
  fileprivate var summary: String {
    switch self {
    case .setGoal(_, _, let period, _): phrase("set the goal for \(period)")
    case .removeGoals: phrase("remove a goal")
    case .saveBaseline(_, let name, _): phrase("save the day as \"\(name)\"")
    case .removeBaseline: phrase("remove a baseline")
    case .saveFilter(let name, _): phrase("save the filter \(name)")
    case .removeFilter: phrase("remove a filter")
    }
  }
}
