public import Pipeline

/// The long notes of a deal as an editor is to begin with them.
public struct NotesDraft: Hashable, Sendable {
  /// The deal.
  public var deal: Identifier<Deal>
  /// Its title.
  public var title: String
  /// The notes; empty where none were written.
  public var text: String
  /// How many events the deal had seen when they were read.
  public var revision: Int32

  /// Makes a draft.
  public init(deal: Identifier<Deal>, title: String, text: String, revision: Int32) {
    self.deal = deal
    self.title = title
    self.text = text
    self.revision = revision
  }
}

/// What an editor left behind.
public enum EditedNotes: Hashable, Sendable {
  /// This text, without what has no place in one, in the file of a path.
  case text(String, path: String)
  /// Nothing to be taken; a sentence says why, and where what was written is.
  case failed(String)
}
