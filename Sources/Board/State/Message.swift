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
  /// The deal's title in it, which gives way first where the sentence has no room.
  public var title: String?
  /// Whether it is said to its end, over the footer where it has no room: what is done and was not
  /// looked at, such as what an undo takes back.
  var isWhole = false

  /// Makes a message.
  public init(_ kind: Kind, _ text: String, about title: String? = nil) {
    self.kind = kind
    self.text = text
    self.title = title
  }

  /// The sentence in so many cells: the title is shortened before what happened is.
  func text(fitting room: Int, on canvas: Canvas) -> String {
    let over = canvas.width(of: text) - room
    guard over > 0, let title, let place = text.firstRange(of: title) else { return text }
    let width = canvas.width(of: title)
    let cut = canvas.cut(title, to: max(min(width, Self.leastTitle), width - over))
    return text[..<place.lowerBound] + cut + text[place.upperBound...]
  }

  /// The fewest cells by which a title is still known.
  private static let leastTitle = 8

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
