import Store
import Terminal

/// Turns the errors of every module into words and an exit code.
enum FailureWording {
  /// What a person is told; `nil` where the error is the argument parser's, which words its own.
  static func failure(for error: any Error) -> CommandFailure? {
    switch error {
    case let failure as CommandFailure: failure
    case let error as StoreError:
      CommandFailure(error.exitStatus, error.message)
    case let error as TerminalError: CommandFailure(.usage, error.sentence)
    default: nil
    }
  }
}

extension TerminalError {
  /// What is wrong with the terminal, and what to do.
  var sentence: String {
    switch self {
    case .notATerminal(.input):
      "The board needs a terminal for its keys: standard input is none. Run it in a terminal."
    case .notATerminal(.output):
      "The board needs a terminal for its screen: standard output is none. Run it in a terminal."
    case .unknownTerminal(let name):
      "The terminal \"\(name)\" is unknown here. Set TERM to one that is, such as xterm-256color."
    case .lacking(let capability, let name):
      "The terminal \"\(name)\" cannot do what the board needs (\(capability)). Use another TERM."
    case .system(let code): "The terminal cannot be opened (error \(code)). Try again."
    }
  }
}
