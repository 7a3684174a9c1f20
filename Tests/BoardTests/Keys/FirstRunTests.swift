import Pipeline
import Testing

@testable import Board

/// The ways in, where there is no file yet.
struct FirstRunTests {
  private var board: TestBoard

  init() {
    var options = BoardOptions()
    options.firstRunPath = "/home/ana/.local/share/dealboard/pipeline.db"
    board = TestBoard(.fixture([]), options: options)
  }

  /// The file was made, and holds these deals.
  private mutating func begin(_ deals: [Deal], isSample: Bool = false) {
    board.act(
      .began(
        MadeFile(
          name: "pipeline.db",
          isSample: isSample,
          actor: "Anna Kern",
          me: numbered(1),
          undo: UndoState()
        ),
        Workspace(.fixture(deals))
      )
    )
  }

  @Test
  mutating func `d asks for the sample data and opens the board on it`() {
    board.press("d")
    #expect(board.effects == [.startWithSample])
    #expect(board.screen.contains("Making up a team's deals …"))

    begin(SalesTeam.deals, isSample: true)

    #expect(board.state.layers.isBoardOnTop)
    #expect(board.focused == "Cobalt Labs")
    #expect(board.lines[0].contains("sample data"))
    #expect(board.effects.contains(.loadSuggestions))
  }

  @Test(arguments: ["s", "enter"])
  mutating func `s starts empty, and the board says which key adds`(key: String) {
    board.press(key)
    #expect(board.effects == [.startEmpty])

    begin([])

    #expect(board.screen.contains("No open deal yet. a adds one."))
  }

  @Test
  mutating func `i asks for a path and imports it`() {
    board.press("i")
    board.act(.paste("/tmp/deals.csv"))
    board.press("enter")

    #expect(board.effects == [.startWithImport(path: "/tmp/deals.csv")])
    #expect(board.screen.contains("Importing /tmp/deals.csv …"))
  }

  @Test
  mutating func `an import shows how far it has come, and is told when it was not`() {
    board.press("i")
    board.type("deals.csv")
    board.press("enter")

    board.act(.beginningAdvanced(.reading, 0.5))
    #expect(board.screen.contains("Reading deals.csv …"))
    board.act(.beginningAdvanced(.importing, 0.25))
    #expect(board.screen.contains("Importing deals.csv …"))
    // 66 columns less 6 for the number: a quarter of 60.
    #expect(board.screen.contains(String(repeating: "█", count: 15) + "░"))
    #expect(board.screen.contains("25 %"))

    board.act(.beginningFailed("deals.csv has no title column."))
    #expect(!board.screen.contains("25 %"))
  }

  @Test(arguments: [(80, 24), (40, 20)])
  mutating func `an import says what it brought before the board is shown`(
    columns: Int,
    rows: Int
  ) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("i")
    board.type("deals.csv")
    board.press("enter")
    let summary = ImportSummary(
      file: "deals.csv",
      deals: 8_800,
      pipelines: [ImportSummary.Part(name: "Maven CRM", stages: ["Prospecting", "Engaging"])],
      owners: ["Ana", "Ben", "Cem", "Dora", "Emil", "Fay", "Gus"],
      currencies: [.euro: 8_700, .dollar: 100],
      leftOut: [ImportSummary.LeftOut(reason: "unknown stage", rows: 1)],
      workspace: "/home/ana/.local/share/dealboard/pipeline.db"
    )

    board.act(
      .began(
        MadeFile(
          name: "pipeline.db",
          isSample: false,
          actor: "Anna Kern",
          me: numbered(1),
          undo: UndoState(),
          summary: summary
        ),
        Workspace(.fixture(SalesTeam.deals))
      )
    )
    for part in [
      "8,800 deals from deals.csv", "Maven CRM:", "7: Ana, Ben, Cem,", "EUR 8,700, USD 100",
      "1 row: unknown stage", "names each row", "to the board",
    ] {
      #expect(board.screen.contains(part), "\(part)")
    }

    board.press("enter")
    #expect(board.state.layers.isBoardOnTop)
  }

  @Test
  mutating func `what is wrong with the path is said in place, and it can be mended`() {
    board.press("i enter")
    #expect(board.screen.contains("Type the path of a CSV or JSON file."))
    board.type("deal.csv")
    board.press("enter")
    board.act(.beginningFailed("There is no file deal.csv. Check its name and folder."))

    Golden.expect(board.lines, toBe: "first-run-failed-80x24")
    #expect(board.screen.contains("deal.csv"))

    board.press("left left left left")
    board.type("s")
    board.press("enter")
    #expect(board.effects.last == .startWithImport(path: "deals.csv"))
  }

  @Test
  mutating func `esc leaves the path, and then the program`() {
    board.press("i")
    board.type("x")
    board.press("esc")
    #expect(board.effects.isEmpty)

    board.press("esc")
    #expect(board.effects == [.quit])
  }

  @Test
  mutating func `nothing else can be done without a file`() {
    board.press("a L w : /")

    #expect(board.effects.isEmpty)
    #expect(board.state.layers.top is FirstRunLayer)
  }

  @Test
  mutating func `? shows the keys of the board, and esc comes back`() {
    #expect(board.footer.contains("q/esc quit  ? help"))

    board.press("?")
    #expect(board.screen.contains("Keys: Board"))

    board.press("esc")
    #expect(board.state.layers.top is FirstRunLayer)
    #expect(board.effects.isEmpty)
  }

  @Test
  mutating func `letters of a path are not taken for keys`() {
    board.press("i")
    board.type("sdq.csv")

    #expect(board.effects.isEmpty)
  }
}
