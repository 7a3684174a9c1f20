/// A sentence in the status line, until the next key.
public struct Message: Hashable, Sendable {
  /// What kind of thing is said.
  public enum Kind: Hashable, Sendable {
    /// Something was done.
    case done
    /// Something is worth knowing.
    case notice
    /// Somebody else did something.
    case news
    /// Something could not be done.
    case refused
    /// Something went wrong.
    case failed
  }

  /// What kind of thing is said.
  public var kind: Kind
  /// The sentence.
  public var text: String

  /// Makes a message.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The role it is drawn in.
  var role: Role {
    switch kind {
    case .done: .text
    case .notice, .news: .accent
    case .refused: .warn
    case .failed: .bad
    }
  }
}
