import Pipeline

/// A change in a few bytes, for columns that only people read: the "before" of an event, and what
/// an import brought and was not taken.
///
/// Replay never needs it, so it does not take typed columns.
enum PackedChange {
  static func bytes(_ change: DealChange) -> [UInt8] {
    var writer = ByteWriter()
    writer.put(ChangePayload(change).kind.rawValue)
    switch change {
    case .moved(let stage): writer.put(stage.rawValue)
    case .transferred(let pipeline, let stage):
      writer.put(pipeline.rawValue)
      writer.put(stage.rawValue)
    case .retitled(let text), .noted(let text): writer.put(text)
    case .valued(let amount, let currency):
      writer.put(amount)
      writer.put(currency.code)
    case .probabilitySet(let probability): writer.put(probability.map { Int64($0.percent) })
    case .expectedCloseSet(let day): writer.put(day.map { Int64($0.number) })
    case .ownerSet(let owner): writer.put(owner?.rawValue)
    case .organizationSet(let text), .contactSet(let text), .lost(let text): writer.put(text)
    case .labelled(let labels): writer.put(Packed.labels(labels))
    case .categorySet(let category): writer.put(category.number)
    case .stepPlanned(let step): Packed.put(step, in: &writer)
    case .stepDropped(let number): writer.put(Int64(number))
    // What a change replaced says no more than the day, so that `isKept` is never set here.
    case .snoozed(let day, let reason, _):
      writer.put(day.map { Int64($0.number) })
      writer.put(reason)
    case .created, .enteredStage, .won, .reopened, .deleted, .longNotesSet, .activityLogged,
      .stepDone, .updatedAtSource, .undone:
      // Nothing is given back by these but what their kind says (`Deal.inverse`).
      break
    }
    return writer.bytes
  }

  /// The change of these bytes; throws `UnreadableRow` for what `bytes` does not write whole.
  static func change(_ bytes: UnsafeRawBufferPointer) throws -> DealChange {
    var reader = ByteReader(bytes)
    guard let kind = EventKind(rawValue: try reader.number()) else {
      throw UnreadableRow(what: "what an event replaced")
    }
    return try change(kind, from: &reader)
  }

  private static func change(_ kind: EventKind, from reader: inout ByteReader) throws -> DealChange
  {
    switch kind {
    case .moved: .moved(to: Identifier(rawValue: try reader.number()))
    case .transferred:
      .transferred(
        to: Identifier(rawValue: try reader.number()),
        stage: Identifier(rawValue: try reader.number())
      )
    case .retitled: .retitled(try reader.text())
    case .noted: .noted(try reader.text())
    case .valued: .valued(try reader.optionalNumber(), try Currency(column: reader.text()))
    case .probabilitySet:
      .probabilitySet(try reader.optionalNumber().map { try Probability(column: $0) })
    case .expectedCloseSet: .expectedCloseSet(try day(&reader))
    case .ownerSet: .ownerSet(try reader.optionalNumber().map { Identifier(rawValue: $0) })
    case .organizationSet: .organizationSet(try reader.optionalText())
    case .contactSet: .contactSet(try reader.optionalText())
    case .lost: .lost(reason: try reader.optionalText())
    case .labelled: .labelled(try Packed.labels(reader.optionalText()))
    case .categorySet: .categorySet(try ForecastCategory(number: reader.number()))
    case .stepPlanned: .stepPlanned(try Packed.step(from: &reader))
    case .stepDropped:
      .stepDropped(Int32(try reader.number(in: NumberRange.counts, "a step's number")))
    case .snoozed: .snoozed(until: try day(&reader), reason: try reader.optionalText())
    case .won: .won
    case .reopened: .reopened
    case .created, .enteredStage, .deleted, .longNotesSet, .activityLogged, .stepDone,
      .updatedAtSource, .undone:
      throw UnreadableRow(what: "what an event replaced")
    }
  }

  private static func day(_ reader: inout ByteReader) throws -> Day? {
    try reader.optionalNumber().map { Day(number: Int32(clamping: $0)) }
  }
}
