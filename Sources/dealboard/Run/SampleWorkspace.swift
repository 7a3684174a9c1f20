import Pipeline
import Store

/// Fills a workspace with the sample data.
enum SampleWorkspace {
  /// Makes a workspace with the sample data in a new temporary folder of the user's own.
  ///
  /// Who asks for it removes the folder in the end. Throws what making and filling it throws; the
  /// folder is then gone.
  static func makeTemporary(holder: String) throws -> (folder: DemoFolder, store: SQLiteStore) {
    let folder = try DemoFolder.make()
    do {
      // The made-up team sells in euros, whatever one's own currency is.
      var settings = UserConfig.current.newWorkspace
      settings.currency = SampleData.currency
      let store = try SQLiteStore.open(
        at: folder.workspace,
        .create(settings: settings),
        holder: holder
      )
      try fill(store, clock: try Clock(zone: LocalTime(of: settings)))
      return (folder, store)
    } catch {
      folder.remove()
      throw error
    }
  }

  /// Writes the sample into the first pipeline, as the work of the people who own the deals.
  ///
  /// Throws what the store throws.
  static func fill(_ store: SQLiteStore, clock: Clock) throws {
    var random = SystemRandomNumberGenerator()
    let now = Clock.now
    // The request records nothing itself: the log within names who did each step, and when.
    let request = ImportRequest(
      id: EventID(at: now, using: &random),
      actor: "dealboard",
      summary: "add the sample data",
      at: now
    )
    _ = try store.importing(request) { session in
      guard let pipeline = try session.pipelines().first else { return }
      for (stage, template) in zip(pipeline.stages, SampleData.stages) {
        try session.edit(
          .setStage(
            stage.id,
            probability: template.probability,
            idleLimit: template.idleLimit,
            stuckLimit: template.stuckLimit
          )
        )
      }
      let quarter = Period(.quarter, containing: clock.today)
      for period in [quarter, quarter.next] {
        try session.edit(.setGoal(in: pipeline.id, period, .money(SampleData.quarterlyGoal)))
      }
      let people = try SampleData.people.map { try session.person(named: $0) }
      var contacts: [Contact] = []
      try session.restoring { log in
        contacts = try SampleData.write(
          to: log,
          pipeline: pipeline.id,
          stages: pipeline.stages.map(\.id),
          people: people,
          clock: SampleClock(
            today: clock.today,
            now: now,
            secondsFromUTC: clock.zone.secondsFromUTC(at:)
          )
        )
      }
      for contact in contacts { try session.save(contact) }
    }
  }
}
