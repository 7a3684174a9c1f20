/// Which deals a workspace holds, in which order, without looking at them.
///
/// Two workspaces with the same stamp hold the same deals in the same columns, because one is a copy
/// of the other and neither changed since. Those with different stamps may hold the same all the same.
public struct ContentStamp: Equatable, Sendable {
  private final class Identity: Sendable {}

  private let identity = Identity()

  /// A stamp that no other workspace has.
  init() {}

  /// Whether both are of one content.
  public static func == (left: ContentStamp, right: ContentStamp) -> Bool {
    left.identity === right.identity
  }
}
