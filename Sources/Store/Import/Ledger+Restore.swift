import Pipeline

/// Bringing in what another workspace holds beside its log.
extension Ledger {
  /// Whether nothing was ever done with the workspace, so that another one may take its place.
  func isUntouched() throws -> Bool {
    let structure = try structure()
    return try lastSequence() == 0 && structure.people.isEmpty && structure.goals.isEmpty
      && structure.baselines.isEmpty && structure.filters.isEmpty
      && structure.pipelines.count == 1
      && number("SELECT is_untouched_default FROM pipeline") == 1
  }

  /// Brings in pipelines, stages and people, and returns what the record's numbers stand for.
  ///
  /// What is here under the same name stays as it is; an untouched workspace becomes the other one.
  func restoreStructure(_ record: WorkspaceRecord) throws -> WorkspaceNumbers {
    let isUntouched = try isUntouched()
    if isUntouched {
      try setSettings(record.settings)
      try makeRoom(for: record)
    }
    var numbers = WorkspaceNumbers(pipelines: [], stages: [], people: [])
    for pipeline in record.pipelines {
      let id = try restored(pipeline)
      numbers.pipelines.append(id)
      numbers.stages += try restoredStages(of: pipeline, in: id)
    }
    for person in record.people { numbers.people.append(try restored(person)) }
    if isUntouched { try orderPeople(numbers.people) }
    try structureChanged()
    return numbers
  }

  /// Takes the default pipeline away where the record's is another.
  private func makeRoom(for record: WorkspaceRecord) throws {
    guard let only = try pipelines().first else { return }
    let stages = only.stages.map { StageTemplate($0) }
    let isSame =
      record.pipelines.first.map { first in
        first.name == only.name && first.archivedStages.isEmpty
          && first.stages.map { StageTemplate($0) } == stages
      } ?? true
    if isSame { return }
    for sql in ["DELETE FROM stage", "DELETE FROM pipeline"] { try statement(sql).run() }
  }

  private func restored(_ pipeline: SalesPipeline) throws -> Identifier<SalesPipeline> {
    let key = pipeline.name.lowercased()
    if let there = try pipelines().first(where: { $0.name.lowercased() == key }) { return there.id }
    try checkNames(pipeline.stages.map(\.name), among: [])
    try checkNames([pipeline.name], among: [])
    return try insertPipeline(pipeline.name, [])
  }

  /// The stages of a pipeline that is here, in the record's order; missing ones are added behind.
  private func restoredStages(
    of pipeline: SalesPipeline,
    in id: Identifier<SalesPipeline>
  ) throws -> [Identifier<Stage>] {
    let there = try pipelines().first { $0.id == id }
    var known = (there?.stages ?? []) + (there?.archivedStages ?? [])
    var ids: [Identifier<Stage>] = []
    for stage in pipeline.stages + pipeline.archivedStages {
      let key = stage.name.lowercased()
      if let place = known.firstIndex(where: {
        $0.name.lowercased() == key && $0.isArchived == stage.isArchived
      }) {
        ids.append(known.remove(at: place).id)
      } else {
        let position = (there?.stages.count ?? 0) + (there?.archivedStages.count ?? 0) + ids.count
        let new = try insertStage(StageTemplate(stage), in: id, at: position)
        if stage.isArchived {
          let update = try statement("UPDATE stage SET is_archived = 1 WHERE id = ?")
          update.bind(new)
          try update.run()
        }
        ids.append(new)
      }
    }
    return ids
  }

  private func restored(_ person: Person) throws -> Identifier<Person> {
    let people = try people()
    let key = person.name.lowercased()
    if let there = people.first(where: { $0.name.lowercased() == key }) { return there.id }
    let isTaken = people.contains { $0.initials.uppercased() == person.initials.uppercased() }
    let taken = people.flatMap(\.logins)
    let id = try addPerson(person.name, initials: isTaken ? nil : person.initials, logins: [])
    guard var new = try self.people().first(where: { $0.id == id }) else { return id }
    new.logins = person.logins.filter { !taken.contains($0) }
    new.isActive = person.isActive
    new.awayUntil = person.awayUntil
    new.hourlyCost = person.hourlyCost
    try setPerson(new)
    return id
  }

  /// Brings in goals, baselines, filters, contacts, meetings and drafts; what is here under the same
  /// name, or for the same aim, stays as it is.
  ///
  /// Their pipelines and owners are those of this workspace.
  func restoreRecords(_ record: WorkspaceRecord) throws {
    let goals = try goals()
    for goal in record.goals
    where !goals.contains(where: {
      $0.pipeline == goal.pipeline && $0.owner == goal.owner && $0.period == goal.period
        && $0.target.countsTheSame(as: goal.target)
    }) {
      try setGoal(in: goal.pipeline, owner: goal.owner, goal.period, goal.target)
    }
    let baselines = try baselines().map { "\($0.pipeline) \($0.name.lowercased())" }
    for new in record.baselines
    where !baselines.contains("\(new.pipeline) \(new.name.lowercased())") {
      try saveBaseline(in: new.pipeline, new.name, new.day)
    }
    let filters = try filters().map { $0.name.lowercased() }
    for filter in record.filters where !filters.contains(filter.name.lowercased()) {
      try saveFilter(filter.name, filter.text)
    }
    for new in record.contacts {
      let there = try contact(named: new.name, at: new.organization)
      if there == nil || there?.organization == nil && new.organization != nil {
        try keep(.saveContact(new))
      }
    }
    try restoreMeetings(record)
    try structureChanged()
  }

  private func restoreMeetings(_ record: WorkspaceRecord) throws {
    let drafts = try meetingDrafts()
    for meeting in record.meetings {
      let minutes = MeetingDraft(
        kind: meeting.kind,
        pipeline: meeting.pipeline,
        scope: meeting.scope,
        text: meeting.minutes
      )
      try keep(.endMeeting(minutes, on: meeting.day, at: meeting.at))
    }
    // A meeting that ends drops its draft; those that were here before still wait to be ended.
    for draft in drafts { try keep(.keepDraft(draft)) }
    for draft in record.drafts
    where !drafts.contains(where: {
      $0.kind == draft.kind && $0.pipeline == draft.pipeline && $0.scope == draft.scope
    }) {
      try keep(.keepDraft(draft))
    }
  }
}

extension StageTemplate {
  /// What a stage like this one is made of.
  init(_ stage: Stage) {
    self.init(
      name: stage.name,
      probability: stage.probability,
      idleLimit: stage.idleLimit,
      stuckLimit: stage.stuckLimit
    )
  }
}
