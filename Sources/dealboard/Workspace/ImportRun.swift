import Glibc
import Interchange
import Pipeline
import Store

/// What an import did, with what it made.
struct ImportOutcome {
  /// The report on the rows.
  let report: ImportReport
  /// The pipelines that the deals went into, as they are now, with what became of each.
  let pipelines: [PlanEdits.Outcome]
  /// Why the rows left out are not in the file that was to keep them; `nil` where they are, or none
  /// was asked for.
  var skippedFailure: CommandFailure?

  /// The pipelines that were made or brought up to date.
  var changed: [SalesPipeline] { pipelines.filter { $0.fate != .unchanged }.map(\.pipeline) }
}

/// One import: the file as it was looked at, the plan, and the writing of it.
struct ImportRun {
  /// The workspace that it goes into.
  let workspace: OpenWorkspace
  /// The file.
  let survey: ImportSurvey
  /// What was asked for; changing it makes a new plan.
  var options: ImportOptions
  private let context: ImportContext

  /// Plans the import of a file.
  ///
  /// Throws `.usage` where the stage map names a stage that is none here, or more than one.
  init(
    workspace: OpenWorkspace,
    survey: ImportSurvey,
    options: ImportOptions
  ) throws(CommandFailure) {
    self.workspace = workspace
    self.options = options
    let structure = workspace.structure
    let zone = workspace.clock.zone
    context = ImportContext(
      pipelines: structure.pipelines,
      untouchedDefault: workspace.untouchedDefault,
      currency: structure.settings.currency,
      today: workspace.today,
      people: Dictionary(structure.people.map { ($0.id, $0.name) }) { first, _ in first },
      secondsFromUTC: zone.secondsFromUTC(at:)
    )
    do {
      self.survey = try survey.mapped(into: context, options: options)
    } catch {
      throw error.reason.failure("stage", in: "pipeline \(error.pipeline)")
    }
  }

  /// Where everything goes.
  var plan: ImportPlan { ImportPlan(for: survey, into: context, options: options) }

  /// Writes the import, or for a dry run takes it back again; the rows that are left out go into a
  /// file that is none of those that are needed.
  func start(
    isDryRun: Bool,
    skipped: String?,
    sparing needed: [NeededFile] = [],
    progress: (ImportProgress) -> Void
  ) throws -> ImportOutcome {
    let plan = plan
    let rejects = try skipped.map { try SkippedFile(path: $0, of: survey, sparing: needed) }
    let now = Clock.now
    var generator = SystemRandomNumberGenerator()
    let request = ImportRequest(
      id: EventID(at: now, using: &generator),
      actor: workspace.actor,
      summary: "import \(survey.file.name)",
      at: now,
      isDryRun: isDryRun
    )
    var outcome: ImportOutcome?
    _ = try workspace.store.importing(request) { session in
      let pipelines = try PlanEdits(plan: plan, untouchedDefault: context.untouchedDefault)
        .apply(to: session)
      let run = Import(
        survey,
        plan: plan,
        pipelines: pipelines.map(\.pipeline),
        context: context,
        options: options
      )
      let report = try run.run(into: session, progress: progress) { rejection, fields in
        rejects?.add(rejection, fields)
      }
      outcome = ImportOutcome(report: report, pipelines: pipelines)
    }
    guard var outcome else {
      throw CommandFailure(.inputOutput, "The import ended before it began. Try again.")
    }
    // The import is in the workspace by now, whatever becomes of what it left out.
    do throws(CommandFailure) { try rejects?.finish() } catch { outcome.skippedFailure = error }
    return outcome
  }
}

extension OpenWorkspace {
  /// The default pipeline while nobody has touched it and it has no deal: it gives way to the first
  /// one that an import makes.
  var untouchedDefault: Identifier<SalesPipeline>? {
    guard structure.pipelines.count == 1, let only = structure.pipelines.first,
      only.name == "Sales", only.archivedStages.isEmpty,
      only.stages.map(\.template) == StageTemplate.defaults
    else { return nil }
    var hasDeals = false
    try? store.deals(asOf: .last) { _ in hasDeals = true }
    return hasDeals ? nil : only.id
  }
}

extension Stage {
  /// What a stage like this one is made of.
  var template: StageTemplate {
    StageTemplate(
      name: name,
      probability: probability,
      idleLimit: idleLimit,
      stuckLimit: stuckLimit
    )
  }
}
