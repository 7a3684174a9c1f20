import Board
import Glibc
import Pipeline
import Store

extension StoreClerk {
  /// Counts a meeting as held and writes its minutes to a file, neither without the other.
  ///
  /// The file is written last before the commit: what is waited for, and what can fail, comes before
  /// it or takes it away again.
  func hold(_ ticket: Ticket, _ meeting: HeldMeeting, in store: SQLiteStore) {
    let file = MinutesFile(name: meeting.fileName, besideWorkspace: context.location.path)
    var path: String?
    do {
      try store.keep(.endMeeting(meeting.draft, on: meeting.day, at: meeting.at)) {
        path = try file.write(meeting.draft.text)
      }
      if let path { answers.post(.meetingHeld(meeting.draft, path: path)) }
      answers.post(.kept(ticket, nil))
    } catch {
      if let path { unlink(path) }
      if let error = error as? StoreError { return fail(ticket, error) }
      let words = (error as? CommandFailure)?.message ?? String(describing: error)
      answers.post(.storeFailed(ticket, StoreFailure(sentence: words)))
    }
  }
}
