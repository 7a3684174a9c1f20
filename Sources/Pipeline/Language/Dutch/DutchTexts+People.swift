extension DutchTexts {
  /// Texts of persons, long notes and handing over.
  static let people: [String: String] = [
    "An open deal": "Een open deal",
    "Nobody is on the team yet.": "Er is nog niemand in het team.",
    "Write the deal's long notes in your editor":
      "Schrijf de lange notities van de deal in je editor",
    "Set the person, their phone and mail": "Stel de persoon in, met telefoon en mail",
    "Hand all deals of an owner over to another":
      "Draag alle deals van een eigenaar over aan een ander",
    "$EDITOR": "$EDITOR",
    "VISUAL": "VISUAL",
    "vim": "vim",
    "description": "beschrijving",
    "telephone": "telefoon",
    "mail address": "mailadres",
    "customer": "klant",
    "reach": "bereiken",
    "call": "bellen",
    "assign": "toewijzen",
    "away": "afwezig",
    "absent": "er niet",
    "team": "ploeg",
    "salespeople": "verkopers",
    "away until %1": "afwezig tot en met %1",
    "Nobody is away": "Niemand is afwezig",
    "%1: dealboard people set NAME --away-until DAY":
      "%1: dealboard people set NAAM --away-until DAG",
    "Away: %1": "Afwezig: %1",
    "reassign": "opnieuw toewijzen",
    "transfer": "overdragen",
    "owner leaves": "eigenaar vertrekt",
    "Of several deals, the name alone: phone and mail are set on one deal.":
      "Van meerdere deals alleen de naam: telefoon en mail horen bij één deal.",
    "They differ. Type what all of them get, or a blank for none.":
      "Ze verschillen. Typ wat ze alle krijgen, of een spatie voor niets.",
    "they differ; a blank: none for all": "ze verschillen; een spatie: niets voor alle",
    "%1 each": "elk %1",
    "each at its own value": "elk voor de eigen waarde",
    "person, phone, mail": "persoon, telefoon, mail",
    "Sam Fischer +49 30 901820 sam@falcon.example; empty: nobody":
      "Sam Fischer +49 30 901820 sam@falcon.example; leeg: niemand",
    "%1 and %2: one mail address is kept. Leave one.":
      "%1 en %2: één mailadres wordt bewaard. Laat er één staan.",
    "Name the person first: Sam Fischer %1": "Noem eerst de persoon: Sam Fischer %1",
    "phone %1": "telefoon %1",
    "mail %1": "mail %1",
    "not known any more": "niet meer bekend",
    "%1 names no person: %2 sets person, phone and mail.":
      "%1 noemt geen persoon: %2 stelt persoon, telefoon en mail in.",
    "Neither phone nor mail of %1 is known: %2 sets person, phone and mail.":
      "Telefoon noch mail van %1 is bekend: %2 stelt persoon, telefoon en mail in.",
    "– (%1 sets it)": "– (%1 stelt hem in)",
    "Phone": "Telefoon",
    "Mail": "Mail",
    "the person's telephone number": "het telefoonnummer van de persoon",
    "the person's mail address": "het mailadres van de persoon",
    "A mail address has an @.": "Een mailadres heeft een @.",
    "Name the person whose phone and mail these are.":
      "Noem de persoon van wie telefoon en mail zijn.",
    "phone, mail": "telefoon, mail",
    "notes": "notities",
    "Notes": "Notities",
    "notes, %1: %2": "notities, %1: %2",
    "+%1 more: %2 opens all": "nog %1: %2 opent alles",
    "wrote the notes of %1": "schreef de notities van %1",
    "write the notes of %1": "notities van %1 schrijven",
    "The text is empty, so the notes of %1 stay as they are.":
      "De tekst is leeg, dus de notities van %1 blijven zoals ze zijn.",
    "The notes of %1 are as they were.": "De notities van %1 zijn zoals ze waren.",
    "%1 is gone.": "%1 is weg.",
    "What you wrote is in %1.": "Wat je schreef staat in %1.",
    "Nothing was changed.": "Er is niets gewijzigd.",
    "VISUAL or EDITOR is no command: %1. Set it to one, such as vim.":
      "VISUAL of EDITOR is geen opdracht: %1. Stel er een in, zoals vim.",
    "The editor ended with %1, so nothing was changed.":
      "De editor eindigde met %1, dus er is niets gewijzigd.",
    "The editor was ended by signal %1, so nothing was changed.":
      "De editor werd beëindigd door signaal %1, dus er is niets gewijzigd.",
    "The editor %1 cannot be started: %2.": "De editor %1 kan niet worden gestart: %2.",
    "Set VISUAL or EDITOR to one that is here.":
      "Stel VISUAL of EDITOR in op een die hier is.",
    "The editor left no file at %1, so nothing was changed.":
      "De editor liet geen bestand achter op %1, dus er is niets gewijzigd.",
    "The notes are longer than 1 MiB, so nothing was changed. They are in %1.":
      "De notities zijn langer dan 1 MiB, dus er is niets gewijzigd. Ze staan in %1.",
    "What the editor left is no text in UTF-8, so nothing was changed. It is in %1.":
      "Wat de editor achterliet is geen tekst in UTF-8, dus er is niets gewijzigd. Het staat in %1.",
    "The notes cannot be put into a file at %1: %2.":
      "De notities kunnen niet in een bestand op %1 worden gezet: %2.",
    "%1 of %2 go to": "%1 van %2 gaan naar",
    "Hand over all open deals of": "Draag alle open deals over van",
    "choose": "kies",
    "hand over": "draag over",
    "hand %1 of %2 over to %3": "%1 van %2 overdragen aan %3",
  ]
}
