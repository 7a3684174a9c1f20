import Pipeline
import Testing

@testable import Board

/// The long notes of a deal, in the user's editor.
struct NotesTests {
  /// Acme renewal, #1, has the focus.
  private var board = TestBoard.salesTeam()

  private static let path = "/tmp/x/deal-1-notes.md"

  private func draft(_ text: String = "first") -> NotesDraft {
    NotesDraft(
      deal: numbered(1),
      title: "Acme renewal",
      text: text,
      revision: board.store[1]?.revision ?? 0
    )
  }

  private mutating func edit(_ draft: NotesDraft, into text: String) {
    board.act(.notesEdited(draft, .text(text, path: Self.path)))
  }

  @Test
  mutating func `E asks for the notes as they are in the file, then for the editor`() {
    board.press("# 1 enter E")
    #expect(board.effects.last == .loadNotes(numbered(1)))

    let draft = draft()
    board.act(.notesArrived(draft))
    #expect(board.effects.last == .editNotes(draft))
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `a changed text is one change and one undo step, and then the file goes`() throws {
    edit(draft(), into: "first\nsecond")

    let request = try #require(board.requests.last)
    #expect(request.changes.map(\.change) == [.longNotesSet("first\nsecond")])
    #expect(request.summary == "write the notes of Acme renewal")
    #expect(board.effects.last == .removeNotesFile(path: Self.path))

    board.press("u")
    #expect(board.said == "Taken back: write the notes of Acme renewal")
  }

  @Test
  mutating func `the file stays until the store has the text`() {
    board.storeIsSilent = true
    edit(draft(), into: "second")
    #expect(!board.effects.contains(.removeNotesFile(path: Self.path)))

    board.storeIsSilent = false
    #expect(board.effects.last == .removeNotesFile(path: Self.path))
  }

  @Test
  mutating func `an unchanged text changes nothing`() {
    edit(draft(), into: "first")

    #expect(board.requests.isEmpty)
    #expect(board.said == "The notes of Acme renewal are as they were.")
    #expect(board.effects.last == .removeNotesFile(path: Self.path))
  }

  @Test
  mutating func `an empty text changes nothing`() {
    edit(draft(), into: "")

    #expect(board.requests.isEmpty)
    #expect(board.said == "The text is empty, so the notes of Acme renewal stay as they are.")
    #expect(board.effects.last == .removeNotesFile(path: Self.path))
  }

  @Test
  mutating func `what an editor says that failed is said, and nothing is changed`() {
    board.act(.notesEdited(draft(), .failed("The editor ended with 3, so nothing was changed.")))

    #expect(board.requests.isEmpty)
    #expect(board.screen.contains("The editor ended with 3, so nothing was changed."))
    #expect(!board.effects.contains(.removeNotesFile(path: Self.path)))
    board.press("enter")
    #expect(board.state.layers.isBoardOnTop)
  }

  @Test
  mutating func `the change says the revision it was made on, so that nobody is written over`() {
    let draft = draft()
    board.others(1, .longNotesSet("Rita's"))
    edit(draft, into: "mine")

    guard case .deal(_, let revision)? = board.requests.last?.changes.first?.target else {
      Issue.record("No change was asked for.")
      return
    }
    #expect(revision == draft.revision)
    #expect(board.screen.contains("Not saved"))
    #expect(board.screen.contains("What you wrote is in"))
    #expect(!board.effects.contains(.removeNotesFile(path: Self.path)))

    board.press("enter")
    #expect(board.requests.last?.changes.map(\.change) == [.longNotesSet("mine")])
    #expect(board.requests.count == 2)
  }

  @Test
  mutating func `a deal that went meanwhile leaves what was written where it is`() {
    let gone = NotesDraft(deal: numbered(99), title: "Gone", text: "", revision: 1)
    edit(gone, into: "mine")

    #expect(board.screen.contains("Gone is gone. What you wrote is in \(Self.path)."))
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `on a past day the notes are not edited`() {
    board = .salesTeam { $0.asOf = SalesTeam.today }
    board.press("E")

    #expect(!board.effects.contains(.loadNotes(numbered(1))))
    #expect(board.said?.isEmpty == false)
  }

  @Test(arguments: [(40, 120), (24, 80), (20, 40)])
  mutating func `an open deal shows the beginning of its notes`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("# 1 enter enter")
    let text = (1...12).map { "Line \($0) of what is known about them" }.joined(separator: "\n")
    let event = DealEvent(
      sequence: 1,
      id: EventID(high: 1, low: 1),
      step: numbered(1),
      actor: "Anna Kern",
      deal: numbered(1),
      revision: 1,
      recordedAt: Instant(milliseconds: 0),
      day: SalesTeam.today,
      change: .longNotesSet(text)
    )
    board.act(.historyArrived(numbered(1), [event]))

    Golden.expect(board.lines, toBe: "notes-\(columns)x\(rows)")
  }

  @Test
  mutating func `the timeline of an open deal goes on with what is done and what others do`() {
    board.press("# 1 enter enter")
    board.act(.historyArrived(numbered(1), []))
    board.press("N")
    board.type("budget confirmed")
    board.press("enter")
    #expect(board.screen.contains("note \"budget confirmed\""))

    board.others(1, .valued(1_234_500, .dollar))
    #expect(board.screen.contains("→ $12,345"))
  }
}
