import Pipeline

/// All fields of a deal to be edited at once, checked as they are typed.
struct EditLayer: Layer {
  private let deal: Deal
  private var fields: [DealField: TextField] = [:]
  private var complaints: [DealField: String] = [:]
  private var focused = DealField.title

  /// A form that holds a deal as it is.
  init(_ deal: Deal, in board: BoardState) {
    self.deal = deal
    for field in DealField.allCases { fields[field] = TextField(field.text(of: deal, in: board)) }
  }

  var place: Place { .entry }
  var takesText: Bool { true }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch (chord.key, chord.modifiers) {
    case (.escape, []): return .closed([])
    case (.enter, []), (.character("s"), .control): return save(&board, clock)
    case (.tab, []), (.down, []): move(by: 1)
    case (.tab, .shift), (.up, []): move(by: -1)
    default:
      let completion = focused.completion(of: fields[focused]?.text ?? "", in: board)
      if fields[focused]?.take(completion, on: chord) == true
        || fields[focused]?.take(chord) == true
      {
        check(board)
      }
    }
    return .handled([])
  }

  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    fields[focused]?.insert(text)
    check(board)
    return .handled([])
  }

  private mutating func move(by step: Int) {
    let all = DealField.allCases
    let place = all.firstIndex(of: focused) ?? 0
    focused = all[(place + step + all.count) % all.count]
  }

  private mutating func check(_ board: BoardState) {
    complaints[focused] = nil
    do throws(EntryFault) {
      _ = try focused.change(to: fields[focused]?.text ?? "", of: deal, in: board)
    } catch {
      complaints[focused] = error.sentence
    }
  }

  private mutating func save(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    var changes: [(deal: Deal, change: DealChange, day: Day)] = []
    for field in DealField.allCases {
      let text = fields[field]?.text ?? ""
      guard text != field.text(of: deal, in: board) else { continue }
      do throws(EntryFault) {
        if let change = try field.change(to: text, of: deal, in: board) {
          changes.append((deal, change, clock.today))
        }
      } catch {
        complaints[field] = error.sentence
        focused = field
        return .handled([])
      }
    }
    guard !changes.isEmpty else { return .closed([]) }
    let effects = board.commit(changes, summary: "edit \(deal.title)", clock)
    return effects.isEmpty ? .handled([]) : .closed(effects)
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let all = DealField.allCases
    // What is wrong with the focused field, in full where it does not fit beside it.
    let width = min(76, screen.columns) - 4
    let explained = complaints[focused].map { canvas.wrapped($0, columns: width) } ?? []
    let rect = screen.centered(rows: all.count + 2 + explained.count, columns: 76)
    let frame = canvas.frame(rect, title: deal.title, hint: "enter save  esc leave")
    var inside = frame
    inside.rows -= explained.count
    for (line, text) in explained.enumerated() {
      canvas.write(
        text,
        row: inside.endRow + line,
        column: frame.column,
        limit: frame.columns,
        Style(.bad, on: .overlay)
      )
    }
    // On a low screen the form scrolls with the focus.
    let place = all.firstIndex(of: focused) ?? 0
    let first = max(0, min(place - inside.rows / 2, all.count - inside.rows))
    for (line, field) in all.dropFirst(first).prefix(inside.rows).enumerated() {
      let row = inside.row + line
      let isFocused = field == focused
      canvas.write(
        field.label,
        row: row,
        column: inside.column,
        limit: 15,
        Style(isFocused ? .strong : .dim, on: .overlay)
      )
      let complaint = complaints[field]
      let room = inside.columns - 16
      let width = complaint == nil ? room : max(8, room / 2 - 1)
      fields[field]?.draw(
        on: &canvas,
        in: Rect(row: row, column: inside.column + 16, rows: 1, columns: width),
        hint: isFocused ? field.hint : "",
        completion: isFocused
          ? field.completion(of: fields[field]?.text ?? "", in: board)?.rest ?? "" : "",
        isFocused: isFocused
      )
      if let complaint {
        canvas.write(
          complaint,
          row: row,
          column: inside.column + 17 + width,
          limit: room - width - 1,
          Style(.bad, on: .overlay)
        )
      }
    }
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "tab", label: "next field"), Hint(keys: "enter", label: "save"),
      Hint(keys: "esc", label: "leave as it was"),
    ]
  }
}
