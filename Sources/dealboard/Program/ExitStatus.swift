import Glibc

/// How a command ends, by the codes of sysexits.h.
enum ExitStatus: Int32 {
  /// Wrong usage: also a value that does not parse, an unknown or ambiguous name, no terminal.
  case usage = 64
  /// Bad data: also a closed deal moved, refused rows, a foreign, newer or damaged file.
  case badData = 65
  /// No such input, no such folder.
  case noInput = 66
  /// A file or folder cannot be created.
  case cannotCreate = 73
  /// Input or output failed, the disk is full.
  case inputOutput = 74
  /// Busy, or someone else changed it first.
  case busy = 75
  /// No permission, or nothing may be written.
  case noPermission = 77
}

/// Why a command could not do what it was asked, in words for whoever asked.
struct CommandFailure: Error {
  /// What the program exits with.
  let status: ExitStatus
  /// One or two sentences: what happened, to what, what to do.
  let message: String

  /// Words a failure; `message` ends with a full stop.
  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}

/// The end of a command that has said all there is to say and still did not fully succeed.
struct SilentFailure: Error {
  /// What the program exits with.
  let status: ExitStatus
}
