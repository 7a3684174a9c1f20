public import Pipeline

/// One edit of pipelines, stages, people or settings.
///
/// None of these is an event of a deal: every day is seen with today's structure (NUMBERS.md,
/// "Ground rules").
public enum StructureEdit: Hashable, Sendable {
  /// Adds a pipeline with stages in board order.
  case addPipeline(name: String, stages: [StageTemplate])
  /// Renames a pipeline.
  case renamePipeline(Identifier<SalesPipeline>, String)
  /// Adds a stage at a place of a pipeline's order, counted from 0; past the end is the end.
  case addStage(StageTemplate, in: Identifier<SalesPipeline>, at: Int)
  /// Renames a stage.
  case renameStage(Identifier<Stage>, String)
  /// Orders the stages of a pipeline anew; names each once.
  case reorderStages(Identifier<SalesPipeline>, [Identifier<Stage>])
  /// Sets a stage's probability and limits, in days.
  case setStage(
    Identifier<Stage>,
    probability: Probability?,
    idleLimit: Int?,
    stuckLimit: Int?
  )
  /// Adds a person; without initials, they are made from the name.
  case addPerson(name: String, initials: String? = nil, logins: [String] = [])
  /// Gives a person the name, initials, logins and activity of this value.
  case setPerson(Person)
  /// Sets the time zone and the currency.
  case setSettings(WorkspaceSettings)
}
