import Synchronization
import Terminal

/// What other threads leave for the one that owns the screen, in the order they left it.
final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let bell: Wake

  /// A mailbox that rings a bell for each message.
  init(bell: Wake) {
    self.bell = bell
  }

  /// Leaves a message and wakes the owner.
  ///
  /// Any thread may call it.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    bell.ring()
  }

  /// Whether nothing was left since the last time all was taken.
  var isEmpty: Bool { messages.withLock(\.isEmpty) }

  /// Takes everything that was left, oldest first.
  func takeAll() -> [Message] {
    messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
