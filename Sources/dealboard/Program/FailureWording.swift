import Store

/// Turns the errors of every module into words and an exit code.
enum FailureWording {
  /// What a person is told; `nil` where the error is the argument parser's, which words its own.
  static func failure(for error: any Error) -> CommandFailure? {
    switch error {
    case let failure as CommandFailure: failure
    case let error as StoreError:
      CommandFailure(ExitStatus(rawValue: error.exitCode) ?? .inputOutput, error.message)
    default: nil
    }
  }
}
