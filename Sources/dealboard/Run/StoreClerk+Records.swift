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
        for change in edit.storeEdits { _ = try store.edit(change) }
        answer(ticket, done) { clerk throws(StoreError) in try clerk.reload() }
      case .contact(let edit, let id, let done):
        try store.keep(edit)
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
