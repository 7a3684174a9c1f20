import Board
import Foundation
import Pipeline
import Store
import Terminal

/// The thread that the board's file is worked on: what the board asks for is done in order, and
/// what others change is noticed in between.
///
/// Answers go to the board's mailbox as actions, so that a file that is slow or busy never holds up
/// the screen.
final class StoreDesk: Sendable {
  /// How often others' changes are looked for.
  private static let lookEveryMilliseconds = 50
  /// Every how many looks SQLite is asked as well, for commits of other programs.
  private static let thoroughLookEvery = 5

  private let inbox: Mailbox<StoreJob>
  private let bell: Wake
  private let answers: Mailbox<Action>
  private let readingDesk: ReadingDesk

  /// A desk that leaves its answers in a mailbox.
  ///
  /// Throws where the process may open no more files.
  init(answers: Mailbox<Action>) throws(TerminalError) {
    bell = try Wake()
    inbox = Mailbox(bell: bell)
    self.answers = answers
    readingDesk = try ReadingDesk(answers: answers)
  }

  /// Hands in something to be done, after all that was handed in before.
  func submit(_ job: StoreJob) {
    inbox.post(job)
  }

  /// Begins to work on a store, from what the board knows; `nil` where the first-run screen has yet to
  /// make it.
  func start(_ store: SQLiteStore?, knowing known: KnownVersion, for context: StoreContext) {
    let language = Language.current
    let thread = Thread { [self] in
      var clerk = StoreClerk(
        store: store,
        lastSequence: known.lastSequence,
        structureVersion: known.structureVersion,
        context: context,
        readingDesk: readingDesk,
        answers: answers
      )
      Language.$current.withValue(language) { work(&clerk) }
    }
    thread.name = "store"
    thread.start()
  }

  /// Does something while the thread rests between two jobs, and so holds neither the file's gate nor
  /// a transaction: a process that is stopped with them would hold up everybody else.
  ///
  /// What takes longer than a moment is not waited for, because a person waits for the shell.
  func whileResting(_ body: () -> Void) {
    let (resting, over) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    submit(.pause(resting, until: over))
    _ = resting.wait(timeout: .now() + .seconds(1))
    body()
    over.signal()
  }

  private func work(_ clerk: inout StoreClerk) {
    var looks = 0
    while true {
      let isRung = bell.waits(milliseconds: Self.lookEveryMilliseconds)
      if isRung { bell.drain() }
      for job in inbox.takeAll() {
        if case .stop(let stopped) = job {
          clerk.close()
          stopped.signal()
          return
        }
        if case .pause(let resting, let over) = job {
          resting.signal()
          over.wait()
          continue
        }
        let watch = clerk.watch(job)
        clerk.perform(job)
        watch?.end()
      }
      looks += 1
      if !isRung { clerk.look(isThorough: looks % Self.thoroughLookEvery == 0) }
    }
  }
}
