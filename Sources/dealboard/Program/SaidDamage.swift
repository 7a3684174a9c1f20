import Store
import Synchronization

/// Whether a command gave what can be read of a damaged file, and said so: it ends with 65 then,
/// however well it went.
enum SaidDamage {
  // A command is one run of the process, and what it calls knows nothing of how it ends.
  private static let isSaid = Atomic(false)

  /// What a command that went well ends with.
  static var failure: SilentFailure? {
    isSaid.load(ordering: .relaxed) ? SilentFailure(status: .badData) : nil
  }

  /// Says what is wrong, once.
  static func say(_ damage: StoreError) {
    guard !isSaid.exchange(true, ordering: .relaxed) else { return }
    Console.writeError(TerminalText.safe(damage.message))
  }
}
