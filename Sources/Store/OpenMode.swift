public import Pipeline

/// What a workspace file is opened for.
public enum OpenMode: Sendable {
  /// Looking only.
  case readOnly
  /// Looking and changing; the file must be there.
  ///
  /// Where it may not be written it is opened for looking.
  case readWrite
  /// The same, and made with these settings and the default pipeline where it is missing or empty;
  /// its folder too, for the owner alone, where `makesFolder` says so.
  case create(settings: WorkspaceSettings, makesFolder: Bool = false)
}

/// A file that knew fewer events than were once committed to it: its log was lost, or an old copy
/// was put in its place.
///
/// It stays on record until the file is accepted as it is, also when later events have the lost ones'
/// numbers.
public struct WentBack: Hashable, Sendable {
  /// The last event that was committed, as the gate file knows it.
  public let known: Int64
  /// The last event that was left in the file.
  public let found: Int64

  /// Makes a statement of numbers of events.
  public init(known: Int64, found: Int64) {
    self.known = known
    self.found = found
  }
}
