import Pipeline
import Synchronization

/// Counts open deals and gives them their places on a thread of its own, while the next ones are read:
/// each takes about as long as the other.
final class SnapshotFilling {
  /// How many deals are handed over at once; a file of fewer needs no other thread.
  private static let portion = 1_024
  /// How many portions may wait, so that deals that were read do not pile up.
  private static let waiting = 4

  private let snapshot: SharedSnapshot
  private let thread = SideThread(label: "counting", capacity: SnapshotFilling.waiting)
  private var read: [Deal] = []

  /// Fills a snapshot that has no deal yet.
  init(_ snapshot: WorkspaceSnapshot) {
    self.snapshot = SharedSnapshot(snapshot)
    read.reserveCapacity(Self.portion)
  }

  /// Takes an open deal.
  func add(_ deal: Deal) throws {
    read.append(deal)
    guard read.count == Self.portion else { return }
    let portion = read
    read = []
    read.reserveCapacity(Self.portion)
    try thread.hand { [snapshot] in snapshot.add(portion) }
  }

  /// The snapshot with all deals.
  func filled() throws -> WorkspaceSnapshot {
    try thread.finish()
    snapshot.add(read)
    return snapshot.value
  }
}

/// A snapshot that is filled on one thread after the other.
private final class SharedSnapshot: Sendable {
  private let snapshot: Mutex<WorkspaceSnapshot>

  init(_ snapshot: WorkspaceSnapshot) { self.snapshot = Mutex(snapshot) }

  var value: WorkspaceSnapshot { snapshot.withLock { $0 } }

  func add(_ deals: [Deal]) {
    snapshot.withLock { snapshot in
      for deal in deals { snapshot.add(deal) }
    }
  }
}
