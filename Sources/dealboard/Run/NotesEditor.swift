import Board
import Glibc
import Pipeline
import Terminal

/// The user's own editor, given the long notes of a deal.
enum NotesEditor {
  /// Has the editor change the notes, and reads them back.
  ///
  /// The file stays, for whoever saves its text to remove. Where the editor failed, or what it left
  /// cannot be taken, the answer says where the file is; where it could not be started, there is none.
  static func edit(_ draft: NotesDraft) -> EditedNotes {
    let said = Environment["VISUAL"] ?? Environment["EDITOR"] ?? "vi"
    guard let editor = EditorWords(said) else {
      return .failed(
        phrase("VISUAL or EDITOR is no command: \(said). Set it to one, such as vim.")
      )
    }
    do throws(CommandFailure) {
      let file = try NotesFile(draft.text, named: "deal-\(draft.deal)-notes.md")
      switch ForegroundProgram(editor.words + [file.path]).run() {
      case .exited(0): return .text(try file.read(), path: file.path)
      case .exited(let status):
        return .failed(
          phrase("The editor ended with \(status), so nothing was changed.")
            + phrase(" What you wrote is in \(file.path).")
        )
      case .killed(let signal):
        return .failed(
          phrase("The editor was ended by signal \(signal), so nothing was changed.")
            + phrase(" What you wrote is in \(file.path).")
        )
      case .notStarted(let code):
        file.remove()
        return .failed(
          phrase("The editor \(editor.words[0]) cannot be started: \(reason(code)).")
            + phrase(" Set VISUAL or EDITOR to one that is here.")
        )
      }
    } catch {
      return .failed(error.message)
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
