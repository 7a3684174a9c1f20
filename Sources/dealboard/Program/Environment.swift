import Glibc

/// What the program is told by the environment it was started in.
///
/// Read where it is needed and handed on as values; nothing below this module asks for it.
enum Environment {
  /// The value of a variable; `nil` where it is not set or empty, which XDG and NO_COLOR take to be
  /// the same.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The name of the user's login: what the system knows, else LOGNAME or USER.
  static var loginName: String {
    if let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name, name.pointee != 0 {
      return String(cString: name)
    }
    return Self["LOGNAME"] ?? Self["USER"] ?? "unknown"
  }

  /// The user's home folder; the root where nothing says which it is.
  static var home: String {
    if let home = Self["HOME"] { return home }
    if let entry = getpwuid(geteuid()), let folder = entry.pointee.pw_dir {
      return String(cString: folder)
    }
    return "/"
  }

  /// A folder of the XDG base directories; relative paths there are invalid and count as unset (XDG
  /// Base Directory Specification 0.8).
  static func folder(_ variable: String, default fallback: String) -> String {
    if let folder = Self[variable], folder.hasPrefix("/") { return folder }
    return home + "/" + fallback
  }

  /// Whether a person reads standard output.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether a person reads standard error.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  /// Whether a person types at standard input.
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether output may be coloured: on a terminal that can, and unless NO_COLOR forbids it.
  static var outputIsColored: Bool {
    outputIsTerminal && Self["NO_COLOR"] == nil && Self["TERM"] != "dumb"
  }

  /// How many cells a line of standard output has; `nil` where it is no terminal.
  static var outputWidth: Int? {
    guard outputIsTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
