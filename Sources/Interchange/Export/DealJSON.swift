public import Pipeline

/// Deals as JSON objects, under the names that commands use.
public struct DealJSON {
  private let names: DealNames

  /// Objects with these names in them.
  public init(names: DealNames) {
    self.names = names
  }

  /// Everything that a deal's state has; what it has none of is null.
  ///
  /// `key` is the source's id, and null where the source gave none.
  public func object(of deal: Deal) -> JSONValue {
    [
      "id": .integer(deal.id.rawValue),
      "key": .text(deal.key?.sourceID),
      "source": .text(deal.key?.source),
      "title": .string(deal.title),
      "status": .string(deal.status.name),
      "pipeline": .string(names.pipeline(of: deal)),
      "stage": .string(names.stage(of: deal)),
      "value": .amount(deal.value),
      "currency": .string(deal.currency.code),
      "owner": .text(names.owner(of: deal)),
      "organization": .text(deal.organization),
      "person": .text(deal.contact),
      "labels": .array(deal.labels.map { .string($0) }),
      "probability": .integer(deal.probability?.percent),
      "category": .string(deal.category.rawValue),
      "created": .day(deal.created),
      "last_stage_change": .day(deal.visits.last?.entered),
      "updated": .day(deal.lastTouched),
      "next_activity": .day(deal.nextStep?.due),
      "expected_close": .day(deal.expectedClose),
      "closed": .day(deal.status.closedDay),
      "lost_reason": .text(deal.status.lostReason),
    ]
  }
}
