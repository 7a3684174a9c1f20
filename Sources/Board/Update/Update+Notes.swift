import Pipeline

extension BoardState {
  /// Asks for the long notes of the focused deal, to edit them as they are in the file.
  mutating func editNotes() -> [Effect] {
    guard let deal = focusedDeal else { return [] }
    return [.loadNotes(deal.id)]
  }

  /// Hands the notes to the user's editor.
  mutating func notesArrived(_ draft: NotesDraft) -> [Effect] {
    if let refusalToChange { return refuse(refusalToChange) }
    return [.editNotes(draft)]
  }

  /// Takes what the editor left: a change that says on which revision it was made, so that the store
  /// refuses it where somebody else wrote the notes meanwhile.
  ///
  /// The file that it was written in stays until it is saved.
  mutating func notesEdited(
    _ draft: NotesDraft,
    _ edited: EditedNotes,
    _ clock: BoardClock
  ) -> [Effect] {
    switch edited {
    case .failed(let sentence):
      layers.push(SentenceLayer(title: phrase("Not saved"), sentence: sentence))
      return []
    case .text(let text, let path):
      guard !text.isEmpty, text != draft.text else {
        message = Message(
          .notice,
          text.isEmpty && !draft.text.isEmpty
            ? phrase("The text is empty, so the notes of \(draft.title) stay as they are.")
            : phrase("The notes of \(draft.title) are as they were.")
        )
        return [.removeNotesFile(path: path)]
      }
      return keepNotes(text, path: path, draft, clock)
    }
  }

  private mutating func keepNotes(
    _ text: String,
    path: String,
    _ draft: NotesDraft,
    _ clock: BoardClock
  ) -> [Effect] {
    guard let deal = workspace[draft.deal] else {
      return keepFile(path, because: phrase("\(draft.title) is gone."))
    }
    let day = max(clock.today, deal.lastEventDay)
    let words = StepWords.notesWritten(deal.title)
    let effects = seeing([deal.id: draft.revision]) { board in
      board.commit(
        [(deal, .longNotesSet(text), day)],
        summary: words.summary,
        by: words.command,
        clock
      )
    }
    if effects.isEmpty {
      return keepFile(path, because: message?.text ?? phrase("Nothing was changed."))
    }
    pending[pending.count - 1].notesPath = path
    message = Message(.done, words.done)
    return effects
  }

  /// Says why what was written is not saved, and where it is.
  private mutating func keepFile(_ path: String, because reason: String) -> [Effect] {
    let sentence = reason + phrase(" What you wrote is in \(path).")
    layers.push(SentenceLayer(title: phrase("Not saved"), sentence: sentence))
    return []
  }
}
