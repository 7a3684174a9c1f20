internal import CGuard

/// What a signal that ends this process while its screen is open takes away with it.
///
/// Whoever ends in the ordinary way removes its own things.
public enum Leftovers {
  /// Has such a signal remove files, and then the folder that they stand in; all paths are absolute.
  ///
  /// Replaces what an earlier call said. Paths of more than 8,192 bytes together stay where they are.
  public static func removeWhenKilled(_ files: [String], then folder: String) {
    let paths = (files + [folder]).flatMap { Array($0.utf8CString) }
    _ = paths.withUnsafeBufferPointer { guard_remove_when_killed($0.baseAddress, $0.count) }
  }

  /// Leaves everything where it is.
  public static func keepWhenKilled() {
    _ = guard_remove_when_killed(nil, 0)
  }
}
