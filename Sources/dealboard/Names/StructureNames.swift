import Pipeline

/// The pipelines, stages and people of a workspace by what people call them.
struct StructureNames {
  /// The pipelines in the order they were made; never empty.
  let pipelines: [SalesPipeline]
  /// The team, those who left included.
  let people: [Person]

  /// The pipeline that a name means.
  ///
  /// Throws `.usage` where none or several are meant.
  func pipeline(_ text: String) throws(CommandFailure) -> SalesPipeline {
    try NameMatch(kind: "pipeline", place: "", items: pipelines, name: \.name).find(text)
  }

  /// The stage of a pipeline that a name, the beginning of one, or a number from 1 means.
  ///
  /// Throws `.usage` where none or several are meant.
  func stage(_ text: String, of pipeline: SalesPipeline) throws(CommandFailure) -> Stage {
    let match = NameMatch(
      kind: "stage",
      place: "pipeline \(pipeline.name)",
      items: pipeline.stages,
      name: \.name
    )
    if let exact = match.exact(text) { return exact }
    if let number = Int(text) {
      guard pipeline.stages.indices.contains(number - 1) else {
        throw CommandFailure(
          .usage,
          "Pipeline \(pipeline.name) has no stage \(number). Its stages are numbered from 1 to "
            + "\(pipeline.stages.count)."
        )
      }
      return pipeline.stages[number - 1]
    }
    return try match.find(text)
  }

  /// The person that a name, initials, a login or the beginning of a name means.
  ///
  /// Throws `.usage` where none or several are meant.
  func person(_ text: String) throws(CommandFailure) -> Person {
    if let known = knownPerson(text) { return known }
    return try NameMatch(kind: "person", place: "", items: people, name: \.name).find(text)
  }

  /// The person of exactly this name, these initials or this login; `nil` where nobody is.
  func knownPerson(_ text: String) -> Person? {
    let wanted = text.lowercased()
    return people.first { $0.name.lowercased() == wanted }
      ?? people.first { $0.logins.contains(text) }
      ?? people.first { $0.initials.lowercased() == wanted }
  }

  /// A person's name; `nil` for nobody.
  func name(of person: Identifier<Person>?) -> String? {
    guard let person else { return nil }
    return people.first { $0.id == person }?.name
  }

  /// A stage's name, archived ones included.
  func name(of stage: Identifier<Stage>) -> String {
    pipelines.lazy.compactMap { $0.stage(stage)?.name }.first ?? "stage \(stage)"
  }

  /// The pipeline of a number.
  func pipeline(_ id: Identifier<SalesPipeline>) -> SalesPipeline? {
    pipelines.first { $0.id == id }
  }
}
