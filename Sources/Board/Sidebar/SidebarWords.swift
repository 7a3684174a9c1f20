/// What the sidebar says in words.
struct SidebarWords: Equatable, Sendable {
  let blocks: [SidebarBlock]
  /// How many blocks have no room.
  let left: Int
  /// Whether the numbers are as they would be if what is carried were dropped.
  let isCarrying: Bool
  /// The key that leads to what has no room.
  let moreKey: String
}
