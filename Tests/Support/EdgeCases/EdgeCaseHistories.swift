public import Foundation
public import Pipeline

/// Twenty deals with their whole history and the numbers they give, worked out by hand and by two
/// programs that share no code.
public struct EdgeCaseHistories: Sendable {
  /// The pipeline that they pass through, with its probabilities and idle limits.
  public static let pipeline = SalesPipeline(
    id: Identifier(rawValue: 1),
    name: "Sales",
    stages: zip(StageTemplate.defaults, [14, 14, 21, 21, nil]).enumerated().map { place, pair in
      Stage(
        id: Identifier(rawValue: Int64(place + 1)),
        name: pair.0.name,
        probability: pair.0.probability,
        idleLimit: pair.1
      )
    }
  )

  /// The history of each deal by its name: `D01` is deal 1.
  public let histories: [(name: String, history: DealHistory)]
  /// The owners of the deals, by name.
  public let people: [Person]
  /// The numbers, as the file has them.
  public let expected: Data

  /// Reads the fixture; throws where it is damaged.
  public init() throws {
    let rows = try Self.text("events.csv").split(separator: "\n").dropFirst()
      .map { Self.fields(of: $0) }
    let names = Set(rows.map(\.owner)).subtracting([""]).sorted()
    people = names.enumerated().map {
      Person(id: Identifier(rawValue: Int64($0 + 1)), name: $1, initials: String($1.prefix(1)))
    }
    let owners = Dictionary(uniqueKeysWithValues: people.map { ($0.name, $0.id) })
    var events: [String: [DealEvent]] = [:]
    for (place, row) in rows.enumerated() {
      let earlier = events[row.deal, default: []]
      events[row.deal, default: []].append(
        DealEvent(
          sequence: Int64(place + 1),
          id: EventID(high: 0, low: UInt64(place + 1)),
          step: Identifier(rawValue: 1),
          actor: "import",
          deal: Identifier(rawValue: Int64(row.deal.dropFirst()) ?? 0),
          revision: Int32(earlier.count + 1),
          recordedAt: Instant(milliseconds: 0),
          day: try row.day(),
          change: try row.change(owners: owners, currency: Self.currency(of: earlier))
        )
      )
    }
    histories = events.sorted { $0.key < $1.key }
      .map { (name: $0.key, history: DealHistory(events: $0.value)) }
    expected = Data(try Self.text("expected.json").utf8)
  }

  private static func currency(of events: [DealEvent]) -> Currency {
    guard case .created(let draft)? = events.first?.change else { return .euro }
    return draft.currency
  }

  private static func text(_ name: String) throws -> String {
    guard let file = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil) else {
      throw FixtureFault(what: name)
    }
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The eight columns of a line; one field of the file is quoted.
  private static func fields(of line: Substring) -> Row {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return Row(
      deal: fields[0],
      date: fields[1],
      event: fields[2],
      argument: fields[3],
      value: fields[4],
      owner: fields[5],
      currency: fields[6],
      expectedClose: fields[7]
    )
  }
}

private struct Row {
  let deal: String
  let date: String
  let event: String
  let argument: String
  let value: String
  let owner: String
  let currency: String
  let expectedClose: String

  /// The value in cents; every currency of the file has two decimals.
  private var cents: Int64? {
    guard !value.isEmpty else { return nil }
    let parts = value.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1] + "00" : "00"
    return Int64(parts[0] + fraction.prefix(2))
  }

  func day() throws -> Day {
    guard let day = Day(date) else { throw FixtureFault(what: date) }
    return day
  }

  private func stage() throws -> Identifier<Stage> {
    guard let stage = EdgeCaseHistories.pipeline.stages.first(where: { $0.name == argument }) else {
      throw FixtureFault(what: argument)
    }
    return stage.id
  }

  func change(owners: [String: Identifier<Person>], currency: Currency) throws -> DealChange {
    switch event {
    case "create":
      .created(
        DealDraft(
          title: deal,
          pipeline: EdgeCaseHistories.pipeline.id,
          stage: try stage(),
          currency: Currency(code: self.currency) ?? currency,
          minorUnits: cents,
          owner: owners[owner],
          expectedClose: Day(expectedClose)
        )
      )
    case "move": .moved(to: try stage())
    case "value": .valued(cents, currency)
    case "probability": .probabilitySet(Int(argument).flatMap { Probability(percent: $0) })
    case "expected": .expectedCloseSet(Day(expectedClose))
    case "won": .won
    case "lost": .lost(reason: argument.isEmpty ? nil : argument)
    case "reopen": .reopened
    case "delete": .deleted
    case "note": .noted(argument)
    case "activity": .activityLogged(Activity(kind: .call, text: argument))
    default: throw FixtureFault(what: event)
    }
  }
}

/// Something of the fixture that is missing or not known.
private struct FixtureFault: Error {
  let what: String
}
