import ArgumentParser
import Board
import Pipeline
import Store

/// Writes a note on a deal, or its long notes.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write a note on a deal.",
    discussion: """
      A note is a line of the timeline. --edit opens the deal's long notes, a text that is kept as a
      whole, in VISUAL or EDITOR; an empty or unchanged text changes nothing.

      Example: dealboard note 12 "Budget confirmed, start in May"
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Argument(help: "The note.")
  var text: [String] = []

  @Flag(help: "Edit the deal's long notes in your editor.")
  var edit = false

  func validate() throws {
    if edit, !text.isEmpty {
      throw ValidationError("--edit opens your editor, so it takes no text. Leave one out.")
    }
  }

  func run() throws {
    if edit { return try editNotes() }
    guard let note = TextArgument.optional(text.joined(separator: " ")) else {
      throw CommandFailure(.usage, "The note is empty. Write something.")
    }
    try ChangeCommand(options, on: happened.day).run(deal) { deal, _ in
      .changes([.noted(note)], "note on \(deal.title)", said: "noted")
    }
  }

  /// Hands the long notes to the editor; what somebody else wrote meanwhile is not written over.
  private func editNotes() throws {
    let workspace = try OpenWorkspace.changing(options)
    let deal = try workspace.deal(deal, asOf: workspace.today)
    guard let draft = try workspace.store.notesDraft(of: deal.id) else { return }
    switch NotesEditor.edit(draft) {
    case .failed(let sentence): throw CommandFailure(.inputOutput, sentence)
    case .text(let text, let path):
      let file = NotesFile(at: path)
      guard !text.isEmpty, text != draft.text else {
        file.remove()
        return try workspace.answer(deal, "nothing to change", json: options.json)
      }
      let day = try happened.day.day(today: workspace.today)
      var seen = deal
      seen.revision = draft.revision
      let changed: Deal
      do {
        changed = try workspace.change(
          seen,
          [.longNotesSet(text)],
          on: day,
          summary: "write the notes of \(deal.title)"
        )
      } catch let error as StoreError {
        throw CommandFailure(
          error.exitStatus,
          "\(error.message) What you wrote is in \(path)."
        )
      }
      file.remove()
      try workspace.answer(changed, "notes written", json: options.json)
    }
  }
}
