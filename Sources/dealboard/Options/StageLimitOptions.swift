import ArgumentParser

/// What a stage is set to.
struct StageLimitOptions: ParsableArguments {
  @Option(
    help: "How likely a deal in it is to be won, in percent.",
    transform: ProbabilityArgument.init(argument:)
  )
  var probability: ProbabilityArgument?

  @Option(
    help: ArgumentHelp("The days a deal may go untouched.", valueName: "days"),
    transform: LimitArgument.init(argument:)
  )
  var idleDays: LimitArgument?

  @Option(
    help: ArgumentHelp("The days one visit may last.", valueName: "days"),
    transform: LimitArgument.init(argument:)
  )
  var stuckDays: LimitArgument?
}
