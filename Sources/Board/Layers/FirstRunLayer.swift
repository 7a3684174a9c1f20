import Pipeline

/// The screen of a program that has no file yet: three ways in, and where the file will be.
struct FirstRunLayer: Layer {
  /// What it waits for.
  private enum Phase: Hashable {
    /// A key that chooses one of the ways.
    case choosing
    /// The path of a file to import.
    case typing
    /// The file that is being made; the words say what is done.
    case working(String)
  }

  /// Where the file will be.
  let path: String
  private var phase = Phase.choosing
  private var field = TextField()
  /// Why the way that was chosen last did not lead in.
  private var problem: String?
  /// How much of the file to import is read, from 0 to 1; `nil` before it is known.
  private var share: Double?

  init(path: String) {
    self.path = path
  }

  var place: Place { .entry }
  var coversBoard: Bool { true }
  var offersHelp: Bool { phase == .choosing }
  /// All keys come here, because no other can do anything without a file.
  var takesText: Bool { true }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    // Redrawing and suspending work everywhere.
    if chord.modifiers.contains(.control), chord != Chord(.character("c"), .control),
      phase != .typing || !TextField.edits(chord)
    {
      return .ignored
    }
    switch phase {
    case .working: return chord == .typed("q") ? .handled([.quit]) : .handled([])
    case .typing: return .handled(typePath(chord))
    case .choosing: break
    }
    problem = nil
    switch chord {
    case .typed("d"):
      phase = .working(phrase("Making up a team's deals …"))
      return .handled([.startWithSample])
    case .typed("i"): phase = .typing
    case .typed("s"), Chord(.enter):
      phase = .working(phrase("Making the file …"))
      return .handled([.startEmpty])
    case .typed("q"), Chord(.escape): return .handled([.quit])
    default:
      if case .match(let match) = board.keyMap.outcome(of: [chord], at: .everywhere),
        match.command == .help
      {
        board.layers.push(HelpLayer(place: .board, keyMap: board.keyMap))
      }
    }
    return .handled([])
  }

  private mutating func typePath(_ chord: Chord) -> [Effect] {
    switch chord {
    case Chord(.escape), Chord(.character("c"), .control):
      phase = .choosing
      problem = nil
    case Chord(.backspace) where field.isEmpty: phase = .choosing
    case Chord(.enter):
      let typed = field.text.trimmed
      guard !typed.isEmpty else {
        problem = phrase("Type the path of a CSV or JSON file.")
        return []
      }
      problem = nil
      phase = .working(phrase("Importing \(typed) …"))
      return [.startWithImport(path: typed)]
    default:
      if field.take(chord) { problem = nil }
    }
    return []
  }

  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    guard phase == .typing else { return .ignored }
    field.insert(text)
    problem = nil
    return .handled([])
  }

  /// Shows how far the import has come.
  mutating func advance(_ step: BeginningStep, _ share: Double) {
    guard case .working = phase else { return }
    let file = field.text.trimmed
    switch step {
    case .reading: phase = .working(phrase("Reading \(file) …"))
    case .importing: phase = .working(phrase("Importing \(file) …"))
    }
    self.share = share
  }

  /// Goes back to the way that was chosen, and says why it did not lead in.
  mutating func fail(_ sentence: String) {
    problem = sentence
    share = nil
    phase = field.isEmpty ? .choosing : .typing
  }

  func hints(_ board: BoardState) -> [Hint] {
    switch phase {
    case .choosing:
      [
        Hint(keys: "d", label: phrase("sample")), Hint(keys: "i", label: phrase("import")),
        Hint(keys: "s", label: phrase("start")), Hint(keys: "q/esc", label: phrase("quit")),
      ]
    case .typing:
      [Hint(keys: "ent", label: phrase("import")), Hint(keys: "esc", label: phrase("back"))]
    case .working: [Hint(keys: "q", label: phrase("quit"))]
    }
  }
}

// MARK: - Drawing

extension FirstRunLayer {
  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let width = min(66, screen.columns - 2)
    let lines = self.lines(canvas, stages: board.pipeline.stages.map(\.name), width: width)
    let isTight = lines.count > screen.rows
    let shown = isTight ? lines.filter { !$0.isBlank } : lines
    let rect = screen.centered(rows: shown.count, columns: width)
    for (index, line) in shown.prefix(rect.rows).enumerated() {
      let row = rect.row + index
      var column = rect.column
      if let key = line.key {
        canvas.write(key, row: row, column: column + 1, Style(.key, .bold))
      }
      column += line.indent
      if let share = line.share {
        let percent = "\(Int((min(1, max(0, share)) * 100).rounded())) %"
        let used = 6
        canvas.gauge(
          share,
          in: Rect(row: row, column: column, rows: 1, columns: rect.endColumn - column - used),
          filled: Style(.chart),
          rest: Style(.rule)
        )
        canvas.writeRight(
          percent,
          row: row,
          endingAt: rect.endColumn,
          limit: used,
          Style(.strong)
        )
      } else if line.isField {
        field.draw(
          on: &canvas,
          in: Rect(row: row, column: column, rows: 1, columns: rect.endColumn - column),
          hint: "deals.csv",
          isFocused: true
        )
      } else {
        canvas.write(
          line.text,
          row: row,
          column: column,
          limit: rect.endColumn - column,
          line.style
        )
      }
    }
  }

  private struct Line {
    var text = ""
    var style = Style(.text)
    var indent = 0
    var key: String?
    var isField = false
    var share: Double?
    var isBlank: Bool { text.isEmpty && !isField && share == nil }
  }

  private func lines(_ canvas: Canvas, stages: [String], width: Int) -> [Line] {
    let indent = 4
    func wrapped(_ text: String, _ style: Style, indent: Int) -> [Line] {
      canvas.wrapped(text, columns: width - indent).map {
        Line(text: $0, style: style, indent: indent)
      }
    }
    func way(_ key: String, _ title: String, _ detail: String) -> [Line] {
      [Line(text: title, style: Style(.strong), indent: indent, key: key)]
        + wrapped(detail, Style(.dim), indent: indent)
    }
    var lines = [Line(text: phrase("Welcome to dealboard"), style: Style(.accent, .bold)), Line()]
    lines += way(
      "d",
      phrase("Look around with sample data"),
      phrase("a team's pipeline, made up, in a temporary file: nothing of yours is touched")
    )
    lines.append(Line())
    lines += way(
      "i",
      phrase("Import a file"),
      phrase("Pipedrive, HubSpot, history or plain CSV, or JSON")
    )
    if phase == .typing { lines.append(Line(indent: indent, isField: true)) }
    if let problem { lines += wrapped(problem, Style(.bad), indent: indent) }
    lines.append(Line())
    lines += way(
      "s",
      phrase("Start with \(Self.number(stages.count)) stages"),
      stages.joined(separator: ", ")
    )
    lines.append(Line())
    if case .working(let words) = phase {
      lines += wrapped(words, Style(.accent), indent: 0)
      if let share { lines.append(Line(share: share)) }
    } else {
      lines += wrapped(phrase("The file will be \(path)"), Style(.dim), indent: 0)
    }
    return lines
  }

  private static func number(_ count: Int) -> String {
    let words = [
      phrase("no"), phrase("one"), phrase("two"), phrase("three"), phrase("four"), phrase("five"),
      phrase("six"), phrase("seven"), phrase("eight"), phrase("nine"),
    ]
    return words.indices.contains(count) ? words[count] : String(count)
  }
}
