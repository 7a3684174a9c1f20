/// A column of a deals file that means something to an import.
enum DealColumn: Int, CaseIterable {
  case id
  case title
  case owner
  case value
  case currency
  case probability
  case organization
  case pipeline
  case contact
  case stage
  case label
  case status
  case created
  case updated
  case stageChanged
  case nextActivity
  case wonTime
  case lostTime
  case closed
  case lostReason
  case expectedClose
  case category
  case isWon
  case isLost
  case isClosed
  case activitySubject
  case activityKind
  case activityDue
  case note

  /// The names that it goes by, folded as `DealColumns.fold` does; the first one that a file has is
  /// taken.
  ///
  /// Pipedrive's exports, with and without their `Deal - `, its import template (`Organization -
  /// Name`), HubSpot's deal exports, and plain names with blanks or underscores.
  var names: [String] {
    switch self {
    case .id: ["id", "deal id", "record id", "pipedrive system id", "system id"]
    case .title: ["title", "deal name", "deal title", "dealname", "name"]
    case .owner: ["owner", "deal owner", "owner name", "hubspot owner"]
    case .value: ["value", "amount", "deal value"]
    case .currency: ["currency of value", "currency", "deal currency", "deal currency code"]
    case .probability: ["probability", "deal probability"]
    case .organization:
      [
        "organization", "organization name", "organisation", "primary associated company",
        "associated company", "associated company (primary)", "company", "company name",
      ]
    case .pipeline: ["pipeline", "deal pipeline"]
    case .contact:
      [
        "contact person", "person", "person name", "contact", "associated contact",
        "associated contacts",
      ]
    case .stage: ["stage", "stage (pipeline)", "deal stage", "dealstage"]
    case .label: ["label", "labels", "deal label"]
    case .status: ["status", "deal status"]
    case .created: ["deal created", "created", "create date", "add time", "creation date"]
    case .updated: ["update time", "updated", "last modified date", "last activity date"]
    case .stageChanged: ["last stage change", "stage change time", "date entered current stage"]
    case .nextActivity: ["next activity date", "next activity"]
    case .wonTime: ["won time"]
    case .lostTime: ["lost time"]
    case .closed: ["deal closed on", "closed on", "closed", "close date", "closed date"]
    case .lostReason: ["lost reason", "closed lost reason"]
    case .expectedClose: ["expected close date", "expected close"]
    case .category: ["forecast category", "category"]
    case .isWon: ["is closed won", "is won"]
    case .isLost: ["is closed lost", "is lost"]
    case .activitySubject: ["activity - subject"]
    case .activityKind: ["activity - type"]
    case .activityDue: ["activity - due date"]
    case .note: ["note - content"]
    case .isClosed: ["is deal closed?", "is deal closed", "is closed", "is closed?"]
    }
  }
}
