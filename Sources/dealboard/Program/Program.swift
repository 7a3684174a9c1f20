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
      var command = try parsed(try arguments())
      if !(command is any SaysConfigMistakes) { warnOfConfig() }
      try command.run()
      if let failure = SaidDamage.failure { throw failure }
    } catch {
      end(with: error)
    }
  }

  /// The command that the words ask for.
  ///
  /// The board has to be there at once, and the parser takes longer over the forty other commands
  /// than the board takes to draw: where the words are the board's they are parsed as those of it
  /// alone. What it cannot make sense of is for all of them to explain.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    let isNamed = words.first == name(of: BoardCommand.self)
    let options = Array(words.dropFirst(isNamed ? 1 : 0))
    if options.first?.hasPrefix("-") ?? true,
      let board = try? BoardCommand.parseAsRoot(options) as? BoardCommand
    {
      return board
    }
    return try Dealboard.parseAsRoot(words)
  }

  /// Says on standard error that something is wrong with the user's config: commands go on with what
  /// is right in it.
  private static func warnOfConfig() {
    guard let complaint = UserConfig.current.complaint(short: false) else { return }
    Console.writeError("Warning: " + TerminalText.safe(complaint))
  }

  /// The words of the command line, in the order that the parser wants.
  ///
  /// Throws `.usage` where the first one should be a command and is none.
  private static func arguments() throws(CommandFailure) -> [String] {
    let known = Dealboard.configuration.subcommands.map { command in
      (Self.name(of: command), command.configuration.subcommands.map(Self.name))
    }
    let words = CommandWords(
      Array(CommandLine.arguments.dropFirst()),
      commands: known.map(\.0) + ["help"],
      subcommands: Dictionary(known) { first, _ in first }
    )
    if let unknown = words.unknownCommand { throw words.failure(unknown: unknown) }
    return words.ordered
  }

  /// The name that a command is called by; every one of this program says it.
  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  /// A reader that goes away and a file that grows too long are errors to word, not reasons to die;
  /// files are for their owner alone.
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
    // The parser repeats what was typed, which may be anything.
    let words = TerminalText.safeLines(Dealboard.fullMessage(for: error))
    let status = Dealboard.exitCode(for: error)
    if status.isSuccess {
      do throws(CommandFailure) {
        try Console.write(words + "\n")
      } catch {
        end(with: error)
      }
    } else {
      Console.writeError(words)
    }
    exit(status.rawValue)
  }
}
