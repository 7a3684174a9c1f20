import TerminalModel

/// Terminals that the board is to work on, by TERM.
let knownTerminals = [
  "xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100",
]

/// A board in a terminal, drawn whole, on a day that stands still.
///
/// - Parameters:
///   - titles: The deals to add beforehand, all in the first stage; the last one comes out on top.
///   - arguments: Those after the program's name.
///   - environment: Changes to the private environment.
///   - terminal: The value of TERM.
///   - rows: The terminal's height in cells.
///   - columns: The terminal's width in cells.
///   - jobControl: Runs the board as a shell's job.
///   - home: A home with a workspace in it already.
/// - Returns: The session, on a screen that has come to rest.
/// - Throws: What adding the deals or waiting for the screen throws.
func openBoard(
  _ titles: [String] = ["Acme renewal"],
  arguments: [String] = [],
  environment: [String: String?] = [:],
  terminal: String = "xterm-256color",
  rows: Int = 24,
  columns: Int = 80,
  jobControl: Bool = false,
  home: PrivateHome? = nil
) throws -> ProgramSession {
  let home = try home ?? PrivateHome()
  try addDeals(titles, to: home)
  let board = try ProgramSession(
    arguments,
    environment: ["DEALBOARD_TODAY": "2026-03-31"].merging(environment) { $1 },
    terminal: terminal,
    rows: rows,
    columns: columns,
    jobControl: jobControl,
    home: home
  )
  try board.waitForBoard()
  return board
}

/// Adds deals to a home's workspace, by one import.
func addDeals(_ titles: [String], to home: PrivateHome) throws {
  guard !titles.isEmpty else { return }
  let rows = titles.map { "\"\($0.replacing("\"", with: "\"\""))\",Lead In,48000,EUR\n" }
  let header = "Deal - Title,Deal - Stage,Deal - Value,Deal - Currency of Value\n"
  try home.write(header + rows.joined(), to: "deals.csv")
  let run = try ProgramRun.run(
    ["import", home["deals.csv"]],
    environment: ["DEALBOARD_TODAY": "2026-03-31"],
    home: home
  )
  guard run.status == 0 else { throw UnexpectedEnd(arguments: ["import"], run: run) }
}

extension ProgramSession {
  /// Waits until the board is drawn down to its foot.
  func waitForBoard() throws {
    try waitUntil("the board is drawn") { $0.contains("? help") }
  }
}
