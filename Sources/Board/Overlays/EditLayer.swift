import Pipeline

/// All fields of a deal to be edited at once, or those that several deals can share; checked as they
/// are typed.
struct EditLayer: Layer {
  private let deals: [Deal]
  /// The fields that are shown, in their order.
  private let shown: [DealField]
  /// The fields as they were, and those in which several deals differ.
  private var before: [DealField: String]
  private let mixed: Set<DealField>
  private var fields: [DealField: TextField] = [:]
  private var complaints: [DealField: String] = [:]
  private var focused: DealField

  /// A form that holds deals as they are; never empty.
  init(_ deals: [Deal], in board: BoardState) {
    self.deals = deals
    shown = DealField.allCases.filter { deals.count == 1 || $0 != .title && !$0.isOfContact }
    focused = shown[0]
    var before: [DealField: String] = [:]
    var mixed: Set<DealField> = []
    for field in shown {
      let texts = Set(deals.map { field.text(of: $0, in: board) })
      before[field] = texts.count == 1 ? texts.first ?? "" : ""
      if texts.count > 1 { mixed.insert(field) }
    }
    self.before = before
    self.mixed = mixed
    fields = before.mapValues { TextField($0) }
    select()
  }

  /// Fills in how the person is reached once that was read; what was typed meanwhile stays.
  mutating func settle(_ board: BoardState) {
    guard let deal = deals.first, deals.count == 1 else { return }
    for field in shown where field.isOfContact {
      let known = field.text(of: deal, in: board)
      guard known != before[field] else { continue }
      if text(field) == before[field] { fields[field] = TextField(known) }
      before[field] = known
    }
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
      let completion = focused.completion(of: text(focused), in: board)
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

  private func text(_ field: DealField) -> String { fields[field]?.text ?? "" }

  private mutating func move(by step: Int) {
    let place = shown.firstIndex(of: focused) ?? 0
    focused = shown[(place + step + shown.count) % shown.count]
    select()
  }

  /// Lets what the focused field holds give way to the first letter typed.
  private mutating func select() { fields[focused] = TextField(text(focused), isSelected: true) }

  private mutating func check(_ board: BoardState) {
    complaints[focused] = nil
    do throws(EntryFault) {
      if let deal = deals.first { _ = try change(focused, of: deal, in: board) }
    } catch {
      complaints[focused] = error.sentence
    }
  }

  /// The change that a field asks for; `nil` where it was left as it was, or the deal is so already.
  ///
  /// Where several deals differ, an empty field leaves each as it is, and `none` clears all.
  private func change(
    _ field: DealField,
    of deal: Deal,
    in board: BoardState
  ) throws(EntryFault) -> DealChange? {
    let typed = text(field)
    guard typed != before[field] else { return nil }
    let isCleared =
      mixed.contains(field) && InputWords.current.none.contains(typed.trimmed.lowercased())
    return try field.change(to: isCleared ? "" : typed, of: deal, in: board)
  }

  /// What changes set, each once, as the timeline calls it.
  private static func fields(set changes: DealChanges, in board: BoardState) -> [String] {
    let texts = changes.compactMap { $0.change.fieldText(in: board.workspace) }
    return texts.enumerated().filter { texts.firstIndex(of: $1) == $0 }.map(\.element)
  }

  private mutating func save(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    var changes: [Identifier<Deal>: DealChanges] = [:]
    for deal in deals {
      for field in shown {
        do throws(EntryFault) {
          if let change = try change(field, of: deal, in: board) {
            changes[deal.id, default: []].append((change, clock.today))
          }
        } catch {
          complaints[field] = error.sentence
          focused = field
          return .handled([])
        }
      }
    }
    var edit: ContactEdit?
    do throws(EntryFault) { edit = try contactEdit() } catch {
      complaints[.contact] = error.sentence
      focused = .contact
      return .handled([])
    }
    guard !changes.isEmpty else {
      guard let edit, let only = deals.first?.id else { return .closed([]) }
      return .closed(board.save(edit, of: only))
    }
    let changed = deals.filter { changes[$0.id] != nil }
    let set = Self.fields(set: changed.flatMap { changes[$0.id] ?? [] }, in: board)
    let effects = board.act(
      on: changed,
      words: { .edited($0, setting: set) },
      changes: { [changes] in changes[$0.id] ?? [] },
      contact: edit,
      clock
    )
    return effects.isEmpty ? .handled([]) : .closed(effects)
  }

  /// How the person is to be reached, as the form says; `nil` where that is as it was.
  ///
  /// Where somebody else was named, only what was typed is theirs; where they only work elsewhere
  /// now, all goes along. Throws where a way to reach somebody was typed, but nobody is named.
  private func contactEdit() throws(EntryFault) -> ContactEdit? {
    guard deals.count == 1 else { return nil }
    func value(_ field: DealField) -> String? {
      let text = text(field).trimmed
      return text.isEmpty ? nil : text
    }
    let hasMoved = text(.organization) != before[.organization] && !text(.organization).isEmpty
    let isSame = text(.contact) == before[.contact]
    func edited(_ field: DealField) -> String?? {
      if text(field) != before[field] { return .some(value(field)) }
      return hasMoved && isSame && value(field) != nil ? .some(value(field)) : nil
    }
    let (phone, mail) = (edited(.phone), edited(.mail))
    guard phone != nil || mail != nil else { return nil }
    guard let name = value(.contact) else {
      if (phone ?? nil) == nil, (mail ?? nil) == nil { return nil }
      throw EntryFault(phrase("Name the person whose phone and mail these are."))
    }
    return ContactEdit(name: name, organization: value(.organization), phone: phone, mail: mail)
  }

  func hints(_ board: BoardState) -> [Hint] {
    let goesOn =
      fields[focused]?.isCursorAtEnd == true
      && focused.completion(of: text(focused), in: board) != nil
    return [Hint(keys: "tab", label: phrase("next field"))]
      + (goesOn ? [Hint(keys: "right", label: phrase("complete"))] : [])
      + [
        Hint(keys: "ent", label: phrase("save")),
        Hint(keys: "esc", label: phrase("leave as it was")),
      ]
  }
}

// MARK: - Drawing

extension EditLayer {
  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    // What is wrong with the focused field, in full where it does not fit beside it.
    let width = min(76, screen.columns) - 4
    let explained = complaints[focused].map { canvas.wrapped($0, columns: width) } ?? []
    let rect = screen.centered(rows: shown.count + 2 + explained.count, columns: 76)
    let frame = canvas.frame(rect, title: board.named(deals), hint: phrase("enter save  esc leave"))
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
    let place = shown.firstIndex(of: focused) ?? 0
    let first = max(0, min(place - inside.rows / 2, shown.count - inside.rows))
    for (line, field) in shown.dropFirst(first).prefix(inside.rows).enumerated() {
      draw(field, board, on: &canvas, row: inside.row + line, in: inside)
    }
  }

  private func draw(
    _ field: DealField,
    _ board: BoardState,
    on canvas: inout Canvas,
    row: Int,
    in inside: Rect
  ) {
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
      hint: mixed.contains(field)
        ? field.mixedHint : isFocused ? field.hint : "",
      completion: isFocused ? field.completion(of: text(field), in: board)?.rest ?? "" : "",
      isFocused: isFocused
    )
    guard let complaint else { return }
    canvas.write(
      complaint,
      row: row,
      column: inside.column + 17 + width,
      limit: room - width - 1,
      Style(.bad, on: .overlay)
    )
  }
}
