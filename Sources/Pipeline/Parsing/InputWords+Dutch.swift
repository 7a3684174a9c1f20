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
      unitNames: [
        "dag": .days(1), "dagen": .days(1), "week": .days(7), "weken": .days(7),
        "maand": .months(1), "maanden": .months(1), "kwartaal": .months(3),
        "kwartalen": .months(3), "jaar": .months(12),
      ],
      months: [
        "januari": 1, "februari": 2, "maart": 3, "mrt": 3, "mei": 5, "juni": 6, "juli": 7,
        "augustus": 8, "oktober": 10, "okt": 10,
      ],
      ahead: ["over"],
      one: ["een", "één"],
      this: ["deze", "komende", "aanstaande"],
      next: ["volgende", "volgend"],
      on: ["op", "uiterlijk"],
      at: ["om"],
      clock: ["uur", "u"],
      everyday: ["do", "zo"],
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
      none: ["geen"],
      nobody: ["niemand", "geen"],
      overdue: ["te-laat"],
      until: ["tot"],
      kinds: [
        "bel": .call, "bellen": .call, "telefoon": .call, "terugbellen": .call,
        "opbellen": .call, "telefoontje": .call, "afspraak": .meeting, "vergadering": .meeting,
        "overleg": .meeting, "bespreking": .meeting, "bezoek": .meeting, "mailen": .mail,
        "taak": .task,
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

  /// The kind of activity that the first word of what is to be done names; `nil`: none.
  public func kind(of text: String) -> ActivityKind? {
    text.split { " :,".contains($0) }.first.flatMap { kinds[$0.lowercased()] }
  }

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
      unitNames: both(\.unitNames),
      months: both(\.months),
      ahead: ahead.union(others.ahead),
      one: one.union(others.one),
      this: this.union(others.this),
      next: next.union(others.next),
      of: of.union(others.of),
      on: on.union(others.on),
      at: at.union(others.at),
      clock: clock.union(others.clock),
      everyday: everyday.union(others.everyday),
      multipliers: both(\.multipliers),
      fields: both(\.fields),
      fieldNames: others.fieldNames,
      periods: both(\.periods),
      none: none.union(others.none),
      nobody: nobody.union(others.nobody),
      overdue: overdue.union(others.overdue),
      until: until.union(others.until),
      kinds: both(\.kinds),
      choices: both(\.choices),
      suggestions: others.suggestions,
      decimalSeparator: others.decimalSeparator
    )
  }
}
