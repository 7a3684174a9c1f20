import Pipeline

/// The columns that hold a list: visits, planned steps, labels, and the "before" of an event.
enum Packed {
  /// Stage, days since the visit before began, days counted.
  static func visits(_ visits: [StageVisit]) -> [UInt8] {
    var writer = ByteWriter()
    var before: Int32 = 0
    for visit in visits {
      writer.put(visit.stage.rawValue)
      writer.put(Int64(visit.entered.number - before))
      writer.put(Int64(visit.days))
      before = visit.entered.number
    }
    return writer.bytes
  }

  static func visits(_ bytes: UnsafeRawBufferPointer) throws -> [StageVisit] {
    var reader = ByteReader(bytes)
    var visits: [StageVisit] = []
    var before: Int64 = 0
    while !reader.isAtEnd {
      let stage = Identifier<Stage>(rawValue: try reader.number())
      before &+= try reader.number()
      visits.append(
        StageVisit(
          stage: stage,
          entered: Day(number: Int32(clamping: before)),
          days: Int32(try reader.number(in: NumberRange.days, "the days of a visit"))
        )
      )
    }
    return visits
  }

  static func steps(_ steps: [PlannedStep]) -> [UInt8] {
    var writer = ByteWriter()
    for step in steps { put(step, in: &writer) }
    return writer.bytes
  }

  static func steps(_ bytes: UnsafeRawBufferPointer) throws -> [PlannedStep] {
    var reader = ByteReader(bytes)
    var steps: [PlannedStep] = []
    while !reader.isAtEnd { steps.append(try step(from: &reader)) }
    return steps
  }

  /// Each label with its length in bytes before it, `3:hot4:2026`, so that any text fits; `nil` for
  /// none.
  static func labels(_ labels: [String]) -> String? {
    labels.isEmpty ? nil : labels.map { "\($0.utf8.count):\($0)" }.joined()
  }

  static func labels(_ text: String?) throws -> [String] {
    guard let text else { return [] }
    var labels: [String] = []
    var rest = text.utf8[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      guard let count = Int(String(decoding: rest[..<colon], as: UTF8.self)), count >= 0,
        let end = rest.index(
          rest.index(after: colon),
          offsetBy: count,
          limitedBy: rest.endIndex
        )
      else { throw UnreadableRow(what: "labels") }
      labels.append(String(decoding: rest[rest.index(after: colon)..<end], as: UTF8.self))
      rest = rest[end...]
    }
    guard rest.isEmpty else { throw UnreadableRow(what: "labels") }
    return labels
  }

  static func put(_ step: PlannedStep, in writer: inout ByteWriter) {
    writer.put(Int64(step.number))
    writer.put(Int64(step.due.number))
    writer.put(step.minuteOfDay.map(Int64.init))
    writer.put(step.activity.kind.number)
    writer.put(step.activity.text)
    writer.put(step.activity.minutes.map(Int64.init))
    writer.put(step.activity.cost?.minorUnits)
    writer.put(step.activity.cost?.currency.code)
  }

  static func step(from reader: inout ByteReader) throws -> PlannedStep {
    let number = Int32(try reader.number(in: NumberRange.counts, "a step's number"))
    let due = Day(number: Int32(clamping: try reader.number()))
    let minute = try reader.optionalNumber().map { Int16(clamping: $0) }
    let kind = try ActivityKind(number: reader.number())
    let text = try reader.text()
    let minutes = try reader.optionalNumber().map { Int32(clamping: $0) }
    let cost = try money(reader.optionalNumber(), reader.optionalText())
    return PlannedStep(
      number: number,
      due: due,
      minuteOfDay: minute,
      activity: Activity(kind: kind, text: text, minutes: minutes, cost: cost)
    )
  }

  /// An amount from its two columns; `nil` where there is none.
  static func money(_ minorUnits: Int64?, _ code: String?) throws -> Money? {
    guard let minorUnits, let code else { return nil }
    return Money(minorUnits: minorUnits, currency: try Currency(column: code))
  }
}

// MARK: - Closed sets as numbers that never change

extension ActivityKind {
  /// The number that stands for it in the file.
  var number: Int64 {
    switch self {
    case .call: 1
    case .meeting: 2
    case .mail: 3
    case .task: 4
    }
  }

  /// The kind of a number in the file.
  init(number: Int64) throws {
    guard let kind = Self.allCases.first(where: { $0.number == number }) else {
      throw UnreadableRow(what: "a kind of activity")
    }
    self = kind
  }
}

extension ForecastCategory {
  /// The number that stands for it in the file.
  var number: Int64 {
    switch self {
    case .omitted: 0
    case .pipeline: 1
    case .bestCase: 2
    case .commit: 3
    }
  }

  /// The category of a number in the file.
  init(number: Int64) throws {
    switch number {
    case 0: self = .omitted
    case 1: self = .pipeline
    case 2: self = .bestCase
    case 3: self = .commit
    default: throw UnreadableRow(what: "a forecast category")
    }
  }
}

extension Probability {
  /// The probability in a column.
  init(column percent: Int64) throws {
    guard let value = Probability(percent: Int(percent)) else {
      throw UnreadableRow(what: "a probability")
    }
    self = value
  }
}

extension Currency {
  /// The currency in a column.
  init(column code: String) throws {
    guard let value = Currency(code: code) else { throw UnreadableRow(what: "a currency") }
    self = value
  }
}
