import Foundation

/// A program to test.
public struct ProgramPath: Hashable, Sendable {
  /// Absolute.
  public var path: String

  /// Names a program by its absolute path.
  public init(_ path: String) { self.path = path }

  /// The release program, whose absolute path `make test` puts into DEALBOARD_PROGRAM.
  ///
  /// Throws `MissingProgram` where that names no program: a test that silently ran without one
  /// would prove nothing.
  public static var dealboard: ProgramPath {
    get throws(MissingProgram) {
      let path = ProcessInfo.processInfo.environment["DEALBOARD_PROGRAM"] ?? ""
      guard path.hasPrefix("/"), access(path, X_OK) == 0 else { throw MissingProgram(path: path) }
      return ProgramPath(path)
    }
  }

  /// The shell, to test this kit with.
  public static let shell = ProgramPath("/bin/sh")
}

/// DEALBOARD_PROGRAM names no program that can be run.
public struct MissingProgram: Error, CustomStringConvertible {
  /// What it says; empty where it is not set.
  public var path: String

  /// What to do about it.
  public var description: String {
    """
    DEALBOARD_PROGRAM is "\(path)", which is not the absolute path of a program. \
    Run the tests with `make test`, or set it to .build/release/dealboard after `make build`.
    """
  }
}
