import ArgumentParser
import Glibc
import Terminal

/// The program from its first instruction to its exit code.
@main
enum Program {
  /// Runs the command that the arguments name.
  static func main() {
    prepare()
    do {
      var command = try Dealboard.parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// A reader that goes away and a file that grows too long are errors to word, not reasons to die;
  /// files are for their owner alone (STORE.md).
  private static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    umask(0o077)
    CharacterLocale.activate { Environment[$0] }
    // What is written is UTF-8 also where cron names no locale, so its widths count.
    if !CharacterLocale.isUnicode { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private static func end(with error: any Error) -> Never {
    if let failure = FailureWording.failure(for: error) {
      Console.writeError("Error: " + TerminalText.safe(failure.message))
      exit(failure.status.rawValue)
    }
    if let failure = error as? SilentFailure { exit(failure.status.rawValue) }
    Dealboard.exit(withError: error)
  }
}
