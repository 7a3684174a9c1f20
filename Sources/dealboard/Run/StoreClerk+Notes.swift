import Board
import Pipeline
import Store

extension StoreClerk {
  /// Finds the long notes of a deal and the revision at which they are so.
  ///
  /// Throws what the store throws.
  func loadNotes(of id: Identifier<Deal>) throws(StoreError) {
    guard let store else { return }
    guard let draft = try store.notesDraft(of: id) else {
      answers.post(.told(Message(.refused, phrase("There is no deal \(id)."))))
      return
    }
    answers.post(.notesArrived(draft))
  }
}

extension PipelineStore {
  /// The long notes of a deal as an editor is to begin with them; `nil` where there is no such deal.
  ///
  /// Throws what reading throws.
  func notesDraft(of id: Identifier<Deal>) throws(StoreError) -> NotesDraft? {
    let history = try history(of: id)
    guard let deal = history.deal() else { return nil }
    return NotesDraft(
      deal: id,
      title: deal.title,
      text: history.longNotes() ?? "",
      revision: deal.revision
    )
  }
}
