internal import Pipeline

extension ActivityKind {
  /// The kind that another system's word stands for, without regard to case; `nil` for a word that
  /// is none of theirs.
  init?(named text: String) {
    switch FoldedName(text).text {
    case "call", "phone", "phone call": self = .call
    case "meeting", "lunch", "demo", "visit", "video call": self = .meeting
    case "mail", "email", "e-mail": self = .mail
    case "task", "deadline", "to-do", "todo": self = .task
    default: return nil
    }
  }
}
