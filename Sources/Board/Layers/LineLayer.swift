import Pipeline

/// A line to type into, over the footer, with what was understood beside it.
struct LineLayer: Layer {
  let entry: LineEntry
  var field = TextField()
  /// What is wrong with the line, once enter was pressed on it.
  var problem: String?
  /// What the line began with.
  private var initial: String
  /// Whether the deals differ in what the line sets, so that it began empty.
  private var differs = false
  /// The revisions of the deals that it is about, as they were when it was opened; `nil` until then.
  private var seen: [Identifier<Deal>: Int32]?

  var place: Place { .entry }
  var takesText: Bool { true }
  var coversFooter: Bool { true }

  /// The deal that the line is about whatever is marked, where the cursor may come to another one
  /// meanwhile; `nil`: what keys act on.
  private var ownDeal: Identifier<Deal>?

  func subject(in board: BoardState) -> LayerSubject { ownDeal.map { .deal($0) } ?? .below }

  /// The line for the next step of a deal of which one was just done.
  init(nextStepOf deal: Identifier<Deal>) {
    self.init(.nextStep(deal))
    ownDeal = deal
  }

  /// A line that holds a text already: to be edited, or, where it is selected, to be taken as it is
  /// or typed over.
  init(_ entry: LineEntry, text: String = "", isSelected: Bool = false) {
    self.entry = entry
    self.field = TextField(text, isSelected: isSelected)
    initial = text
  }

  /// A line about deals, with what is most often typed into it.
  init(together decision: DecisionTogether) {
    let text = decision.act == .snooze ? LineEntry.usualSnooze : ""
    self.init(.together(decision), text: text, isSelected: true)
  }

  mutating func settle(_ board: BoardState) {
    if seen == nil {
      seen = Dictionary(entry.deals(in: board).map { ($0.id, $0.revision) }) { first, _ in first }
    }
    // How a person is reached comes after the line was opened; what was typed meanwhile stays.
    guard case .contact(let id) = entry, field.text == initial, !board.actsOnSeveral,
      let deal = board.workspace[id]
    else { return }
    let known = board.contactLine(of: deal).text
    guard known != initial else { return }
    initial = known
    field = TextField(known, isSelected: true)
  }

  /// A line that sets one field of deals: it begins with what all of them have, else empty.
  private init<Value: Hashable>(
    _ entry: (Identifier<Deal>) -> LineEntry,
    _ field: KeyPath<Deal, Value?>,
    _ board: BoardState,
    text: (Value) -> String
  ) {
    let deals = board.subjects
    let values = Set(deals.map { $0[keyPath: field] })
    let shared = values.count == 1 ? values.first.flatMap(\.self) : nil
    self.init(
      entry(deals.first?.id ?? Identifier(rawValue: 0)),
      text: shared.map(text) ?? "",
      isSelected: true
    )
    differs = values.count > 1
  }

  /// The line that names the person of the marked deals.
  init(contactOfMarked board: BoardState) {
    self.init(LineEntry.contact, \.contact, board, text: { $0 })
  }

  /// The line that a command of the board opens, about the focused deal or the marked ones.
  init(for command: Command, board: BoardState) {
    let deal = board.actsOnMarked ? board.subjects.first : board.focusedDeal
    let id = deal?.id ?? Identifier(rawValue: 0)
    switch command {
    case .value:
      self.init(LineEntry.value, \.value, board, text: \.plainAmount)
    case .expectedClose:
      self.init(LineEntry.expectedClose, \.expectedClose, board, text: DayText.full)
    case .nextStep: self.init(.nextStep(id))
    case .note: self.init(.note(id))
    case .snooze: self.init(.snooze(id), text: LineEntry.usualSnooze, isSelected: true)
    case .keep: self.init(.keep(id))
    case .standupStep: self.init(.nextStep(id))
    case .markDone: self.init(.outcome(id, step: board.focusedStep?.number ?? 0))
    case .winWith: self.init(.win(id), text: phrase("today "), isSelected: true)
    case .goToNumber: self.init(.number)
    default: self.init(.newDeal)
    }
  }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.escape), Chord(.character("c"), .control): return .closed([])
    case Chord(.enter) where differs && field.isEmpty:
      problem = phrase("They differ. Type what all of them get, or a blank for none.")
      return .handled([])
    case Chord(.enter):
      do throws(EntryError) {
        let reading = try entry.reading(of: field.text, board)
        return .closed(board.seeing(seen ?? [:]) { reading.perform(&$0, clock) })
      } catch {
        problem = error.sentence
        return .handled([])
      }
    case Chord(.backspace) where field.isEmpty: return .closed([])
    default:
      problem = nil
      let isTaken = field.take(completion(board), on: chord) || field.take(chord)
      return isTaken ? .handled([]) : .ignored
    }
  }

  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    problem = nil
    field.insert(text)
    return .handled([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let row = board.rows - 2
    let line = Rect(row: row, column: 0, rows: 1, columns: canvas.columns)
    canvas.fill(line, Style(.text))
    let used = canvas.write(
      " \(prompt(board)): ",
      row: row,
      column: 0,
      limit: canvas.columns / 2,
      Style(.accent, .bold)
    )
    let (words, role) = understood(board)
    TypedLine(
      field: field,
      completion: completion(board)?.rest ?? "",
      said: words,
      role: role,
      below: StatusLine(board)
    ).draw(
      on: &canvas,
      row: row,
      column: used,
      hint: differs ? phrase("they differ; a blank: none for all") : entry.example
    )
  }

  /// What stands before the line; of how many deals where it is not the focused one.
  private func prompt(_ board: BoardState) -> String {
    let prompt = entry.prompt(board)
    guard entry.isAboutDeals, board.actsOnMarked else { return prompt }
    return "\(prompt), \(FigureText.count(board.marked.tally.deals, "deal"))"
  }

  private func completion(_ board: BoardState) -> Completion? {
    switch entry {
    case .newDeal: Completion(ofTermIn: field.text, board)
    case .value, .expectedClose, .nextStep, .note, .win, .number, .snooze, .past, .goal, .baseline,
      .keep, .outcome, .together, .topic:
      nil
    case .contact: Completion(of: field.text, from: board.words(for: .contact))
    }
  }

  private func understood(_ board: BoardState) -> (words: String, role: Role) {
    if let problem { return (problem, .bad) }
    guard !field.isEmpty else { return ("", .dim) }
    do throws(EntryError) {
      let reading = try entry.reading(of: field.text, board)
      return (reading.words.isEmpty ? "" : "→ " + reading.words, .good)
    } catch {
      return (error.sentence, .dim)
    }
  }

  func hints(_ board: BoardState) -> [Hint] {
    let goesOn = field.isCursorAtEnd && completion(board) != nil
    return [Hint(keys: "ent", label: phrase("take"))]
      + (goesOn ? [Hint(keys: "tab", label: phrase("complete"))] : [])
      + [Hint(keys: "esc", label: phrase("cancel"))]
  }
}
