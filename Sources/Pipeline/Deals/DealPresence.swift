/// Whether a deal counts at all.
public enum DealPresence: Hashable, Sendable {
  /// It counts.
  case present
  /// It was deleted, and is counted among the deleted.
  case deleted
  /// Its creation was taken back; it is as if it had never been.
  case neverWas
}
