import Board
import Dispatch
import Store

/// Says whom a change waits for, once it has waited for longer than one notices.
///
/// The store's thread is the one that waits, so another one speaks for it.
struct WaitWatch {
  /// After how long it is said.
  private static let patience = DispatchTimeInterval.milliseconds(300)

  private let report: DispatchWorkItem

  /// Watches from now on; `holder` is what the gate names us.
  init(_ store: SQLiteStore, holder: String, answers: Mailbox<Action>) {
    // The board words it: a thread of the queue knows nothing of the board's language.
    report = DispatchWorkItem {
      let other = store.gateHolder
      // The gate is ours, so it is the disk or a program without our gate that keeps us waiting.
      let isOurs = other.isEmpty || other == holder
      answers.post(.storeWaits(isOurs ? .disk : .holder(other)))
    }
    DispatchQueue.global(qos: .utility).asyncAfter(
      deadline: .now() + Self.patience,
      execute: report
    )
  }

  /// Ends the watch; nothing is said after it, or what is said is out of date and left out.
  func end() {
    report.cancel()
  }
}
