extension DutchTexts {
  /// Texts of the groups that a field makes.
  static let groups: [String: String] = [
    "LABELS": "LABELS",
    "ORGANIZATIONS": "ORGANISATIES",
    "REASONS": "REDENEN",
    "Label": "Label",
    "Reason": "Reden",
    "no label": "geen label",
    "no organization": "geen organisatie",
    "A deal with two labels is in both groups.": "Een deal met twee labels staat in beide groepen.",
    "Deals that are not lost are in no group.": "Deals die niet verloren zijn staan in geen groep.",
    "lost deal": "verloren deal",
    "lost deals": "verloren deals",
    "lost value": "verloren waarde",
    "Lost value": "Verloren waarde",
    "age at loss, fastest first": "tijd tot verlies, snelste eerst",
    "%1 lost": "%1 verloren",
    ", average %1": ", gemiddeld %1",
    "group by": "groeperen",
    "show these": "alleen deze",
    "Group by owner, label, organization or reason":
      "Groepeer op eigenaar, label, organisatie of reden",
    "Show the deals of the chosen group alone": "Toon alleen de deals van de gekozen groep",
    "There is no group here. The arrows move to one.":
      "Hier is geen groep. De pijlen gaan naar een.",
  ]
}
