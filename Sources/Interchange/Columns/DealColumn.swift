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
  case stageNumber
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

  /// The names that it goes by; the first one that a file has is taken.
  ///
  /// Pipedrive's exports in English and Dutch, with and without their `Deal - `, its import template
  /// (`Organization - Name`), HubSpot's deal exports, and plain names. Case, blanks and signs do not
  /// matter: `DealColumns.squeeze`.
  var names: [String] {
    switch self {
    case .id: ["id", "deal id", "record id", "pipedrive system id", "system id"]
    case .title:
      ["title", "deal name", "deal title", "name", "titel", "deal titel", "dealnaam", "naam"]
    case .owner:
      ["owner", "deal owner", "owner name", "hubspot owner", "eigenaar", "deal eigenaar"]
    case .value:
      ["value", "amount", "deal value", "waarde", "deal waarde", "dealwaarde", "bedrag"]
    case .currency:
      [
        "currency of value", "currency", "deal currency", "deal currency code", "valuta van waarde",
        "valuta",
      ]
    case .probability:
      ["probability", "deal probability", "waarschijnlijkheid", "kans"]
    case .organization:
      [
        "organization", "organization name", "organisation", "organisation name",
        "primary associated company", "associated company", "associated company (primary)",
        "company", "company name", "organisatie", "organisatie naam", "bedrijf", "bedrijfsnaam",
      ]
    case .pipeline: ["pipeline", "deal pipeline", "pijplijn"]
    case .contact:
      [
        "contact person", "person", "person name", "contact", "associated contact",
        "associated contacts", "contactpersoon", "persoon", "persoon naam",
      ]
    case .stage: ["stage", "stage (pipeline)", "deal stage", "fase", "dealfase", "fase (pijplijn)"]
    case .stageNumber: ["stage number"]
    case .label: ["label", "labels", "deal label"]
    case .status: ["status", "deal status"]
    case .created:
      [
        "deal created", "created", "create date", "add time", "creation date", "deal aangemaakt",
        "deal aangemaakt op", "aangemaakt", "aangemaakt op", "aanmaakdatum",
      ]
    case .updated:
      [
        "update time", "updated", "last modified date", "last activity date", "bijgewerkt",
        "bijgewerkt op", "tijd van bijwerken", "laatst gewijzigd",
      ]
    case .stageChanged:
      [
        "last stage change", "stage change time", "date entered current stage",
        "laatste fasewijziging", "laatste wijziging van fase", "laatste wijziging fase",
      ]
    case .nextActivity:
      [
        "next activity date", "next activity", "datum volgende activiteit",
        "datum van volgende activiteit", "volgende activiteit",
      ]
    case .wonTime: ["won time", "gewonnen op", "tijd gewonnen", "datum gewonnen"]
    case .lostTime: ["lost time", "verloren op", "tijd verloren", "datum verloren"]
    case .closed:
      [
        "deal closed on", "closed on", "closed", "close date", "closed date", "deal gesloten op",
        "gesloten op", "afgesloten op", "deal afgesloten op", "sluitdatum",
      ]
    case .lostReason:
      [
        "lost reason", "closed lost reason", "reden van verlies", "reden verlies",
        "reden voor verlies", "verliesreden",
      ]
    case .expectedClose: ["expected close date", "expected close", "verwachte sluitdatum"]
    case .category: ["forecast category", "category"]
    case .isWon: ["is closed won", "is won"]
    case .isLost: ["is closed lost", "is lost"]
    case .activitySubject: ["activity - subject"]
    case .activityKind: ["activity - type"]
    case .activityDue: ["activity - due date"]
    case .note: ["note - content"]
    case .isClosed: ["is deal closed?", "is deal closed", "is closed?", "is closed"]
    }
  }
}
