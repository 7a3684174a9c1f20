public import Pipeline

/// One edit of pipelines, stages, people, settings, goals, baselines or saved filters.
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
  /// Gives a person everything that this value says.
  case setPerson(Person)
  /// Puts the team into this order; who is not named comes after them, in the order as it was.
  case orderPeople([Identifier<Person>])
  /// Sets the time zone and the currency.
  case setSettings(WorkspaceSettings)
  /// Sets a goal, in place of the one for the same pipeline, owner, period and thing counted.
  case setGoal(
    in: Identifier<SalesPipeline>,
    owner: Identifier<Person>? = nil,
    Period,
    Goal.Target
  )
  /// Removes a goal; one that is gone already is fine.
  case removeGoal(Identifier<Goal>)
  /// Gives a day a name, which no other day of the pipeline may have.
  case saveBaseline(in: Identifier<SalesPipeline>, name: String, Day)
  /// Removes a baseline; one that is gone already is fine.
  case removeBaseline(Identifier<Baseline>)
  /// Saves a filter, in place of the one of the same name.
  case saveFilter(name: String, text: String)
  /// Removes a saved filter; one that is gone already is fine.
  case removeFilter(Identifier<SavedFilter>)
}
