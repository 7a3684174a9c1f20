extension InputWords {
  /// The Dutch words, and the English ones beside them.
  public static let dutch = english.and(
    InputWords(
      days: ["vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1],
      weekdays: [
        "maandag": .monday, "ma": .monday, "dinsdag": .tuesday, "di": .tuesday,
        "woensdag": .wednesday, "wo": .wednesday, "donderdag": .thursday, "do": .thursday,
        "vrijdag": .friday, "vr": .friday, "zaterdag": .saturday, "za": .saturday,
        "zondag": .sunday, "zo": .sunday,
      ],
      endsOfPeriod: ["eok": .quarter, "eoj": .year],
      units: ["k": .months(3), "j": .months(12)],
      multipliers: ["mln": 6, "mld": 9],
      fields: [
        "eigenaar": .owner, "fase": .stage, "waarde": .value, "stil": .idle, "leeftijd": .age,
        "dagen": .inStage, "sluit": .close, "organisatie": .organization, "persoon": .contact,
        "kans": .probability, "valuta": .currency, "categorie": .category, "volgende": .next,
        "reden": .reason,
      ],
      fieldNames: [
        .owner: "eigenaar", .stage: "fase", .value: "waarde", .idle: "stil", .age: "leeftijd",
        .inStage: "dagen", .close: "sluit", .organization: "organisatie", .contact: "persoon",
        .probability: "kans", .currency: "valuta", .category: "categorie", .next: "volgende",
        .reason: "reden",
      ],
      periods: [
        "deze-maand": RelativePeriod(.month, offset: 0),
        "volgende-maand": RelativePeriod(.month, offset: 1),
        "vorige-maand": RelativePeriod(.month, offset: -1),
        "dit-kwartaal": RelativePeriod(.quarter, offset: 0),
        "volgend-kwartaal": RelativePeriod(.quarter, offset: 1),
        "vorig-kwartaal": RelativePeriod(.quarter, offset: -1),
        "dit-jaar": RelativePeriod(.year, offset: 0),
        "volgend-jaar": RelativePeriod(.year, offset: 1),
        "vorig-jaar": RelativePeriod(.year, offset: -1),
      ],
      none: ["geen", "niemand"],
      overdue: ["te-laat"],
      until: ["tot"],
      kinds: [
        "bel": .call, "bellen": .call, "telefoon": .call, "afspraak": .meeting,
        "bezoek": .meeting, "mailen": .mail, "taak": .task,
      ],
      choices: [
        "te-laat": "overdue", "vandaag": "today", "geen": "none", "later": "later",
        "gewonnen": "won", "verloren": "lost", "stil": "stale", "vast": "stuck",
      ],
      suggestions: [
        .next: ["te-laat", "vandaag", "geen", "later"],
        .status: ["open", "gewonnen", "verloren"],
        .state: ["stil", "vast"],
        .close: [
          "deze-maand", "volgende-maand", "dit-kwartaal", "volgend-kwartaal", "te-laat", "geen",
        ],
      ],
      decimalSeparator: ","
    )
  )

  /// What a field is called where fields are listed.
  public func name(of field: InputField) -> String { fieldNames[field] ?? field.rawValue }

  /// The words of the language of what runs now.
  public static var current: InputWords {
    switch Language.current {
    case .english: english
    case .dutch: dutch
    }
  }

  /// The words of all languages: a filter that one of the team saved is read by the others.
  public static var ofEveryLanguage: InputWords {
    var words = dutch
    words.decimalSeparator = current.decimalSeparator
    return words
  }

  /// Words beside others, which win where both have one.
  private func and(_ others: InputWords) -> InputWords {
    func both<Value>(_ part: KeyPath<InputWords, [String: Value]>) -> [String: Value] {
      self[keyPath: part].merging(others[keyPath: part]) { _, other in other }
    }
    return InputWords(
      days: both(\.days),
      weekdays: both(\.weekdays),
      endsOfPeriod: both(\.endsOfPeriod),
      units: both(\.units),
      multipliers: both(\.multipliers),
      fields: both(\.fields),
      fieldNames: others.fieldNames,
      periods: both(\.periods),
      none: none.union(others.none),
      overdue: overdue.union(others.overdue),
      until: until.union(others.until),
      kinds: both(\.kinds),
      choices: both(\.choices),
      suggestions: others.suggestions,
      decimalSeparator: others.decimalSeparator
    )
  }
}
