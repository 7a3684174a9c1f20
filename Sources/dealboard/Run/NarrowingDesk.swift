import Board
import Foundation
import Terminal

/// The thread that finds which deals a filter lets through: apart from the one that reads the file,
/// because a letter of a filter must not wait for a report.
final class NarrowingDesk: Sendable {
  private let inbox: Mailbox<NarrowingRequest>
  private let bell: Wake
  private let answers: Mailbox<Action>

  /// A desk that leaves its answers in a mailbox, with its thread at work until the program ends.
  ///
  /// Throws where the process may open no more files.
  init(answers: Mailbox<Action>) throws(TerminalError) {
    bell = try Wake()
    inbox = Mailbox(bell: bell)
    self.answers = answers
    let thread = Thread { [self] in work() }
    thread.name = "narrowing"
    thread.start()
  }

  /// Asks which deals are shown, in the place of what was asked before and is not answered.
  func submit(_ request: NarrowingRequest) {
    inbox.post(request)
  }

  private func work() {
    ThreadPriority.searching.take()
    while true {
      _ = bell.waits(milliseconds: -1)
      bell.drain()
      // Of a filter that is typed, the last letter counts.
      guard let request = inbox.takeAll().last,
        let answer = request.answer(by: EveryCore(), unless: { [inbox] in !inbox.isEmpty })
      else { continue }
      answers.post(.narrowed(answer))
    }
  }
}
