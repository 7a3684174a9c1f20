import Pipeline
import Store

/// Lets two processes change one deal from the same revision at the same moment, over and over.
///
/// In even rounds both set its value: one wins, and the other, alone, is told of a conflict with
/// the event that won. In odd rounds one sets its value and the other its title: both win, and one
/// of them is told that its change went on top.
struct DuelTest {
  let rounds: Int

  func run(_ report: inout Report) throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.torture(scratch.file)
    try SharedDeals.add(to: store)
    let duellists = try (1...2).map { try Child(.duellist, [scratch.file, "\($0)"]) }
    var conflicts = 0
    for round in 0..<rounds {
      let id = Identifier<Deal>(rawValue: Int64(round % SharedDeals.count) + 1)
      guard let deal = try store.deal(id, asOf: .torture) else { throw Trouble("no deal \(id)") }
      let isSameField = round.isMultiple(of: 2)
      for (index, duellist) in duellists.enumerated() {
        let field = isSameField || index == 0 ? "value" : "title"
        try duellist.tell("\(id) \(deal.revision) \(field) \(round)")
      }
      let answers = try duellists.map { try $0.line() ?? "nothing" }
      guard let after = try store.deal(id, asOf: .torture) else { throw Trouble("no deal \(id)") }
      if isSameField {
        conflicts += answers.filter { $0.hasPrefix("conflict") }.count
        judge(round, answers, deal, after, &report)
      } else {
        report.expect(
          answers.sorted() == ["on top", "won"] && after.revision == deal.revision + 2,
          "round \(round): two fields gave \(answers)"
        )
      }
    }
    for duellist in duellists {
      duellist.endInput()
      report.expect(duellist.wait() == 0, "a process failed")
    }
    for trouble in try store.troubles() { report.find(trouble) }
    try store.close()
    report.summary = "\(rounds) rounds, \(conflicts) conflicts, each told to one of the two"
  }

  private func judge(
    _ round: Int,
    _ answers: [String],
    _ before: Deal,
    _ after: Deal,
    _ report: inout Report
  ) {
    guard let winner = answers.firstIndex(of: "won") else {
      return report.find("round \(round): nobody won: \(answers)")
    }
    let winning = Duellist.id(winner + 1, round)
    report.expect(
      answers[1 - winner] == "conflict \(winning.high) \(winning.low)",
      "round \(round): the one that lost was told: \(answers[1 - winner])"
    )
    report.expect(
      after.revision == before.revision + 1
        && after.minorUnits == Duellist.value(winner + 1, round),
      "round \(round): the winner's value is not the deal's"
    )
  }
}

/// Someone who changes a deal as told, from the revision that is told.
struct Duellist {
  private let store: SQLiteStore
  private let number: Int

  /// Takes the file and a number of its own.
  init(_ arguments: [String]) throws {
    guard arguments.count == 2, let number = Int(arguments[1]) else {
      throw Trouble("duellist FILE NUMBER")
    }
    self.number = number
    store = try SQLiteStore.torture(arguments[0], "duellist \(number)")
  }

  /// The id that a change is sent under.
  static func id(_ number: Int, _ round: Int) -> EventID {
    EventID(high: UInt64(number), low: UInt64(round))
  }

  /// The value that is set.
  static func value(_ number: Int, _ round: Int) -> Int64 { Int64(round * 2 + number) * 1_000 }

  /// Does as it is told, until it is told nothing more.
  func play() throws {
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 4, let deal = Int64(words[0]), let revision = Int32(words[1]),
        let round = Int(words[3])
      else { throw Trouble("told \(line)") }
      let change: DealChange =
        words[2] == "value"
        ? .valued(Self.value(number, round), .euro) : .retitled("Round \(round) of \(number)")
      let request = ChangeRequest(
        id: Self.id(number, round),
        target: .deal(Identifier(rawValue: deal), revision: revision),
        change: change,
        day: .torture
      )
      Telling.line(answer(request))
    }
    try store.close()
  }

  private func answer(_ request: ChangeRequest) -> String {
    let step = StepRequest(actor: "\(number)", summary: "duel", at: .torture, changes: [request])
    do {
      let outcome = try store.append(step, today: .torture)
      guard outcome.step != nil else { return "nothing to do" }
      return outcome.notices.isEmpty ? "won" : "on top"
    } catch .conflict(let conflicts) {
      guard conflicts.count == 1 else { return "\(conflicts.count) conflicts" }
      return "conflict \(conflicts[0].theirs.id.high) \(conflicts[0].theirs.id.low)"
    } catch {
      return error.message
    }
  }
}
