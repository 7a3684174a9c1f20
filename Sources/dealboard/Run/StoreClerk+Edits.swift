import Board
import Pipeline
import Store

extension StoreClerk {
  /// Changes what the workspace holds beside deals, and shows it anew.
  ///
  /// Throws what the store throws.
  mutating func edit(_ edit: WorkspaceEdit, done: String) throws(StoreError) {
    guard let store else { return }
    for change in edit.storeEdits { _ = try store.edit(change) }
    try reload()
    answers.post(.told(Message(.done, done)))
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
