internal import Pipeline

/// Why a text does not describe a pipeline.
public struct TemplateFault: Error, Hashable, Sendable {
  /// What is wrong and what to do, as a sentence without the file's name.
  public let message: String
}

extension PipelineTemplate {
  /// The pipeline that a JSON text describes: `name`, and `stages`, each with `name` and perhaps
  /// `probability` (percent), `idle_limit_days` and `stuck_limit_days`; other names are passed over.
  ///
  /// Throws `TemplateFault` where it describes none.
  public init(json bytes: [UInt8]) throws(TemplateFault) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      throw TemplateFault(message: "line \(error.line): \(error.message)")
    }
    guard let name = value["name"]?.text, !FoldedName(name).isEmpty else {
      throw TemplateFault(message: "the pipeline has no \"name\". Give it one.")
    }
    guard let elements = value["stages"]?.elements, !elements.isEmpty else {
      throw TemplateFault(message: "the pipeline has no \"stages\". List at least one.")
    }
    var stages: [StageTemplate] = []
    for element in elements {
      let stage = try Self.stage(element)
      guard !stages.contains(where: { FoldedName($0.name) == FoldedName(stage.name) }) else {
        throw TemplateFault(message: "two stages are called \"\(stage.name)\". Rename one.")
      }
      stages.append(stage)
    }
    self.init(name: CleanText.cleaned(name), stages: stages)
  }

  private static func stage(_ value: JSONValue) throws(TemplateFault) -> StageTemplate {
    guard let name = value["name"]?.text, !FoldedName(name).isEmpty else {
      throw TemplateFault(message: "a stage has no \"name\". Give it one.")
    }
    let percent = try whole(value["probability"], "probability", of: name, 0...100)
    return StageTemplate(
      name: CleanText.cleaned(name),
      probability: percent.flatMap(Probability.init(percent:)),
      idleLimit: try whole(value["idle_limit_days"], "idle_limit_days", of: name, 0...36_500),
      stuckLimit: try whole(value["stuck_limit_days"], "stuck_limit_days", of: name, 0...36_500)
    )
  }

  private static func whole(
    _ value: JSONValue?,
    _ member: String,
    of stage: String,
    _ range: ClosedRange<Int>
  ) throws(TemplateFault) -> Int? {
    guard let value, value != .null else { return nil }
    guard let number = value.number?.whole, range.contains(number) else {
      throw TemplateFault(
        message: "\"\(member)\" of the stage \"\(stage)\" is not a whole number from"
          + " \(range.lowerBound) to \(range.upperBound). Correct it, or write null."
      )
    }
    return number
  }
}

extension ImportOptions.Stages {
  /// The stages that the text of an option lists, apart by commas; `nil` where it lists none.
  public init?(list: String) {
    let names = list.split(separator: ",").map { part -> String in
      let bytes = Array(part.utf8)
      return bytes.name(0..<bytes.count)
    }
    guard !names.isEmpty, !names.contains("") else { return nil }
    self = .order(names)
  }
}
