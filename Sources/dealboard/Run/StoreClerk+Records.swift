import Board
import Pipeline
import Store

/// What the board keeps beside the steps of deals; each request is answered under its ticket.
extension StoreClerk {
  mutating func keep(_ ticket: Ticket, _ request: RecordRequest) {
    guard let store else { return failWithoutFile(ticket) }
    do throws(StoreError) {
      switch request {
      case .edit(let edit, let done):
        let edits = edit.storeEdits
        let structure = try store.edit(edits, by: context.actor, at: Clock.now)
        answer(ticket, done) { clerk throws(StoreError) in
          try clerk.show(structure, after: edits.count)
        }
      case .contact(let edit, let id, let done):
        try store.keep(.editContact(edit, by: context.actor, at: Clock.now))
        answer(ticket, done) { clerk throws(StoreError) in try clerk.loadContact(of: id) }
      case .identity(let identity):
        let person = try identify(identity, in: store)
        context.actor = person.name
        answers.post(.identified(person.id, person.name))
        answer(ticket, nil) { clerk throws(StoreError) in try clerk.reload() }
      case .draft(let draft):
        try store.keep(.keepDraft(draft))
        answers.post(.kept(ticket, nil))
      case .noDraft(let draft):
        try store.keep(.dropDraft(draft))
        answers.post(.kept(ticket, nil))
      case .meeting(let meeting): hold(ticket, meeting, in: store)
      }
    } catch {
      fail(ticket, error)
    }
  }

  /// Answers what is kept once it is shown; where that cannot be read anew, it is kept all the same.
  private mutating func answer(
    _ ticket: Ticket,
    _ done: String?,
    showing show: (inout StoreClerk) throws(StoreError) -> Void
  ) {
    do throws(StoreError) {
      try show(&self)
      answers.post(.kept(ticket, done.map { Message(.done, $0) }))
    } catch {
      answers.post(.kept(ticket, nil))
      tell(error)
    }
  }
}

extension StoreClerk {
  /// Hands on goals, baselines and filters once so many edits were made of them; where others changed
  /// the structure since, all is loaded anew.
  ///
  /// Throws what loading throws.
  private mutating func show(
    _ structure: WorkspaceStructure,
    after edits: Int
  ) throws(StoreError) {
    guard structure.version == structureVersion + Int64(edits) else {
      return try reload()
    }
    structureVersion = structure.version
    answers.post(.aimsChanged(WorkspaceAims(structure)))
  }
}

extension WorkspaceAims {
  /// Those of a structure.
  fileprivate init(_ structure: WorkspaceStructure) {
    self.init(
      goals: structure.goals,
      baselines: structure.baselines,
      filters: structure.filters,
      structureVersion: structure.version
    )
  }
}

extension WorkspaceEdit {
  /// What the store is asked for, one after the other.
  fileprivate var storeEdits: [StructureEdit] {
    switch self {
    case .setGoal(let pipeline, let owner, let period, let target):
      [.setGoal(in: pipeline, owner: owner, period, target)]
    case .removeGoals(let goals): goals.map { .removeGoal($0) }
    case .saveBaseline(let pipeline, let name, let day):
      [.saveBaseline(in: pipeline, name: name, day)]
    case .removeBaseline(let baseline): [.removeBaseline(baseline)]
    case .saveFilter(let name, let text): [.saveFilter(name: name, text: text)]
    case .removeFilter(let filter): [.removeFilter(filter)]
    }
  }
}
