import Board
import Glibc
import Pipeline
import Store

extension StoreClerk {
  /// Writes minutes to a file and then counts the meeting as held; where that fails, the file goes
  /// again, so that the meeting can be ended once more.
  func hold(_ meeting: HeldMeeting) {
    guard let store else { return }
    let path: String
    do throws(CommandFailure) {
      let file = MinutesFile(name: meeting.fileName, besideWorkspace: context.location.path)
      path = try file.write(meeting.draft.text)
    } catch {
      return answers.post(.told(Message(.failed, error.message)))
    }
    do throws(StoreError) {
      try store.keep(.endMeeting(meeting.draft, on: meeting.day, at: meeting.at))
      answers.post(.meetingHeld(meeting.draft, path: path))
    } catch {
      unlink(path)
      answers.post(.told(Message(.failed, error.message)))
    }
  }
}
