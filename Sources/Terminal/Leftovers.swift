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

  /// Has a signal that asks a program without a screen to end remove a file, named by its absolute
  /// path; returns whether it will.
  ///
  /// It will not while a screen is open or something else is to be removed, which stays as it is.
  public static func removeWhenEnded(_ file: String) -> Bool {
    Array(file.utf8CString).withUnsafeBufferPointer {
      guard_remove_when_ended($0.baseAddress, $0.count) == 0
    }
  }

  /// Leaves everything where it is.
  public static func keepWhenKilled() {
    _ = guard_remove_when_killed(nil, 0)
  }
}
