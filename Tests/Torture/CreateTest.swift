import Pipeline
import Store

/// Lets many processes make the same missing file at once.
struct CreateTest {
  let rounds: Int
  private let processes = 12

  init(rounds: Int) { self.rounds = rounds }

  func run(_ report: inout Report) throws {
    let scratch = try Scratch()
    for round in 0..<rounds {
      scratch.empty()
      let children = try (1...processes).map { number in
        try Child(.creator, [scratch.file, "\(number)"])
      }
      for child in children {
        report.expect(try child.line() == "ready", "round \(round): a process did not start")
      }
      for child in children { try child.tell("go") }
      for child in children {
        if let words = try child.line() { report.find("round \(round): \(words)") }
        report.expect(child.wait() == 0, "round \(round): a process failed")
      }
      let store = try SQLiteStore.torture(scratch.file)
      let count = try store.eventCount()
      report.expect(count == Int64(processes), "round \(round): \(count) of \(processes) deals")
      for trouble in try store.troubles() { report.find("round \(round): \(trouble)") }
      try store.close()
    }
    report.summary = "\(rounds) files, each made by \(processes) processes at once"
  }
}

/// Someone who waits for a word, opens a file that may be missing, and adds a deal.
struct Creator {
  private let file: String
  private let number: UInt64

  /// Takes the file and a number of its own.
  init(_ arguments: [String]) throws {
    guard arguments.count == 2, let number = UInt64(arguments[1]) else {
      throw Trouble("creator FILE NUMBER")
    }
    file = arguments[0]
    self.number = number
  }

  /// Does it.
  func play() throws {
    Telling.line("ready")
    _ = readLine()
    let store = try SQLiteStore.torture(file, "creator \(number)")
    let sales = try store.structure().pipelines[0]
    let draft = DealDraft(
      title: "Deal of \(number)",
      pipeline: sales.id,
      stage: sales.stages[0].id,
      currency: .euro
    )
    let change = ChangeRequest(
      id: EventID(high: number, low: 0),
      target: .newDeal,
      change: .created(draft),
      day: .torture
    )
    let step = StepRequest(actor: "\(number)", summary: "add", at: .torture, changes: [change])
    _ = try store.append(step, today: .torture)
    try store.close()
  }
}
