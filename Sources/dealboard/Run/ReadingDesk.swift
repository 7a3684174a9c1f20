import Board
import Foundation
import Pipeline
import Store
import Synchronization
import Terminal

/// The thread that reports and the like are counted on, over a connection of its own, so that no
/// change waits behind them.
final class ReadingDesk: Sendable {
  private enum Order: Sendable {
    case read(ReadingJob, SQLiteStore, StoreContext)
    case forgetNarrowed
    case stop(DispatchSemaphore)

    var isNarrowed: Bool {
      if case .read(let job, _, _) = self { job.isNarrowed } else { false }
    }

    var forgetsNarrowed: Bool {
      if case .forgetNarrowed = self { true } else { false }
    }
  }

  /// What is being counted.
  private struct Running: Sendable {
    let job: ReadingJob
    let store: SQLiteStore
    var isBrokenOff = false
  }

  /// How long leaving waits for a count that was broken off.
  private static let patience = DispatchTimeInterval.seconds(1)

  private let inbox: Mailbox<Order>
  private let bell: Wake
  private let answers: Mailbox<Action>
  private let running = Mutex<Running?>(nil)

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
    // The board and its changes come first where both cores are busy.
    thread.qualityOfService = .utility
    thread.start()
  }

  /// Hands in something to be counted from a store, after all that was handed in before.
  func submit(_ job: ReadingJob, from store: SQLiteStore, for context: StoreContext) {
    inbox.post(.read(job, store, context))
  }

  /// Breaks off what is counted for a choice of deals that nobody looks at any more: the search for
  /// the next choice needs the cores.
  func forgetNarrowed() {
    inbox.post(.forgetNarrowed)
    running.withLock { running in
      guard let job = running?.job, job.isNarrowed else { return }
      running?.isBrokenOff = true
      running?.store.interrupt()
    }
  }

  /// Breaks off what is counted and ends the thread.
  func stop(reading store: SQLiteStore?) {
    store?.interrupt()
    let stopped = DispatchSemaphore(value: 0)
    inbox.post(.stop(stopped))
    _ = stopped.wait(timeout: .now() + Self.patience)
  }

  private func work() {
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
      if let last = waiting.lastIndex(where: \.forgetsNarrowed) {
        waiting =
          waiting[..<last].filter { !$0.isNarrowed && !$0.forgetsNarrowed } + waiting[(last + 1)...]
      }
      guard !waiting.isEmpty, case .read(let job, let store, let context) = waiting.removeFirst()
      else { continue }
      let isOvertaken = waiting.contains { order in
        if case .read(let later, _, _) = order { job.isOvertaken(by: later) } else { false }
      }
      guard !isOvertaken else { continue }
      perform(job, from: store, for: context)
    }
  }

  private func perform(_ job: ReadingJob, from store: SQLiteStore, for context: StoreContext) {
    running.withLock { $0 = Running(job: job, store: store) }
    let failure: StoreError?
    do throws(StoreError) {
      try ReadingClerk(store: store, context: context, answers: answers).perform(job)
      failure = nil
    } catch {
      failure = error
    }
    let isBrokenOff = running.withLock { running in
      defer { running = nil }
      return running?.isBrokenOff == true
    }
    if let failure, !isBrokenOff { answers.post(.told(Message(.failed, failure.message))) }
  }
}
