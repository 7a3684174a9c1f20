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

/// The same option for the commands of figures that it would change nothing of.
///
/// It is known to be refused: who names a policy and gets other figures than asked for would take
/// them for the policy's.
struct NoConversionOptions: ParsableArguments {
  @Option(name: .customLong("policy"), help: .hidden)
  private var policy: String?

  func validate() throws {
    guard policy != nil else { return }
    throw ValidationError(
      "--policy changes nothing here. Leave it out; metrics, funnel and trends count by it."
    )
  }
}
