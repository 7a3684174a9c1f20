import Board
import Foundation
import Pipeline
import Store
import Terminal

/// The thread that reports and the like are counted on, over a connection of its own, so that no
/// change waits behind them.
final class ReadingDesk: Sendable {
  private enum Order: Sendable {
    case read(ReadingJob, SQLiteStore, StoreContext)
    case stop(DispatchSemaphore)
  }

  /// How long leaving waits for a count that was broken off.
  private static let patience = DispatchTimeInterval.seconds(1)

  private let inbox: Mailbox<Order>
  private let bell: Wake
  private let answers: Mailbox<Action>

  /// A desk that leaves its answers in a mailbox, with its thread at work.
  ///
  /// Throws where the process may open no more files.
  init(answers: Mailbox<Action>) throws(TerminalError) {
    bell = try Wake()
    inbox = Mailbox(bell: bell)
    self.answers = answers
    let language = Language.current
    let thread = Thread { [self] in Language.$current.withValue(language) { work() } }
    thread.name = "reading"
    thread.start()
  }

  /// Hands in something to be counted from a store, after all that was handed in before.
  func submit(_ job: ReadingJob, from store: SQLiteStore, for context: StoreContext) {
    inbox.post(.read(job, store, context))
  }

  /// Breaks off what is counted and ends the thread.
  func stop(reading store: SQLiteStore?) {
    store?.interrupt()
    let stopped = DispatchSemaphore(value: 0)
    inbox.post(.stop(stopped))
    _ = stopped.wait(timeout: .now() + Self.patience)
  }

  private func work() {
    ThreadPriority.counting.take()
    var waiting: [Order] = []
    while true {
      if waiting.isEmpty { _ = bell.waits(milliseconds: -1) }
      bell.drain()
      waiting += inbox.takeAll()
      for order in waiting {
        if case .stop(let stopped) = order {
          stopped.signal()
          return
        }
      }
      guard !waiting.isEmpty, case .read(let job, let store, let context) = waiting.removeFirst()
      else { continue }
      let isOvertaken = waiting.contains { order in
        if case .read(let later, _, _) = order { job.isOvertaken(by: later) } else { false }
      }
      guard !isOvertaken else { continue }
      ReadingClerk(store: store, context: context, answers: answers).perform(job)
    }
  }
}
