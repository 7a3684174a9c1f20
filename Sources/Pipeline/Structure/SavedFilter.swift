/// A choice of deals that got a name.
public struct SavedFilter: Hashable, Sendable {
  /// The filter's number.
  public let id: Identifier<SavedFilter>
  /// The name, unique within the workspace without regard to case.
  public let name: String
  /// The filter as it was typed.
  ///
  /// Kept as text, because the names and days in it mean what they mean on the day it is used.
  public let text: String

  /// Makes a saved filter.
  public init(id: Identifier<SavedFilter>, name: String, text: String) {
    self.id = id
    self.name = name
    self.text = text
  }
}
