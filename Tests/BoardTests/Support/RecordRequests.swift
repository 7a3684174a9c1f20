import Pipeline

@testable import Board

extension [Effect] {
  /// What was asked to be kept beside deals, oldest first.
  var records: [RecordRequest] {
    compactMap { effect in
      if case .keep(_, let request) = effect { request } else { nil }
    }
  }

  /// The meetings among it that were to be held.
  var heldMeetings: [HeldMeeting] {
    records.compactMap { request in
      if case .meeting(let meeting) = request { meeting } else { nil }
    }
  }

  /// The drafts of meetings among it that were to be kept.
  var drafts: [MeetingDraft] {
    records.compactMap { request in
      if case .draft(let draft) = request { draft } else { nil }
    }
  }
}
