internal import Pipeline

/// Numbers of a file, as what they stand for.
extension JSONMembers {
  func pipeline(
    _ name: String,
    _ numbers: WorkspaceNumbers
  ) throws(JSONShapeFault) -> Identifier<SalesPipeline> {
    try identifier(name, numbers.pipelines, phrase("a pipeline"))
  }

  func stage(
    _ name: String,
    _ numbers: WorkspaceNumbers
  ) throws(JSONShapeFault) -> Identifier<Stage> {
    try identifier(name, numbers.stages, phrase("a stage"))
  }

  func optionalPerson(
    _ name: String,
    _ numbers: WorkspaceNumbers
  ) throws(JSONShapeFault) -> Identifier<Person>? {
    self[name] == .null ? nil : try identifier(name, numbers.people, phrase("a person"))
  }

  private func identifier<Thing>(
    _ name: String,
    _ all: [Identifier<Thing>],
    _ what: String
  ) throws(JSONShapeFault) -> Identifier<Thing> {
    guard let number = self[name].number?.whole, all.indices.contains(number - 1) else {
      throw JSONShapeFault(message: phrase("\"\(name)\" is not the number of \(what) of the file."))
    }
    return all[number - 1]
  }
}
