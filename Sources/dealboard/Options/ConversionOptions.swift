import ArgumentParser
import Pipeline

/// Who counts as converted, for the commands that show conversion.
struct ConversionOptions: ParsableArguments {
  /// Whose conversion is asked for, where one is.
  @Option(
    name: .customLong("policy"),
    help: "Who counts as converted, where conversion is shown: reached, touched or strict."
  )
  var policyArgument: PolicyArgument?

  /// Who counts as converted.
  var policy: ConversionPolicy { policyArgument?.policy ?? .reached }
}

/// The same option for the commands of figures that it changes nothing of, so that a script can ask
/// all of them alike.
struct NoConversionOptions: ParsableArguments {
  @Option(name: .customLong("policy"), help: .hidden)
  private var policyArgument: PolicyArgument?

  /// Says on standard error, where a policy is named, that these figures are not the policy's.
  func noteUnused() {
    guard policyArgument != nil else { return }
    Console.writeError(
      "Note: --policy changes nothing here; metrics, funnel and trends count by it."
    )
  }
}
