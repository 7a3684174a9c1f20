import ArgumentParser

/// What every command that looks at a workspace takes.
struct WorkspaceOptions: ParsableArguments {
  /// The file, where one is named.
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The workspace file.",
      discussion: "Else DEALBOARD_FILE names it, else it is the one in your data folder.",
      valueName: "path"
    ),
    completion: .file()
  )
  var file: String?

  /// The pipeline, where one is named.
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The pipeline, by name or the beginning of one.",
      discussion: "Else the first that has deals.",
      valueName: "name"
    )
  )
  var pipeline: String?

  /// Who acts, where somebody is named.
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts: a name, initials or a login.",
      discussion: "Else the config says it, else your login.",
      valueName: "name"
    )
  )
  var actor: String?

  /// Whether a program reads the answer.
  @Flag(name: .long, help: "Print JSON.")
  var json = false

  /// Refuses a name of nothing: who did what stands beside every change.
  func validate() throws {
    guard let actor, TextArgument.optional(actor) == nil else { return }
    throw ValidationError("--as names nobody. Write a name, initials or a login after it.")
  }

  /// Where the workspace's file is.
  var location: FileLocation { FileLocation(option: file) }
}
