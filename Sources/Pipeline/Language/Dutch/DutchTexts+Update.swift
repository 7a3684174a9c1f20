extension DutchTexts {
  /// Texts of what was done.
  static let update: [String: String] = [
    ". %1 left out: %2": ". %1 overgeslagen: %2",
    "%1 has an event dated after today and cannot change until then.":
      "%1 heeft een gebeurtenis na vandaag en kan tot dan niet wijzigen.",
    "There are %1 stages.": "Er zijn %1 fasen.",
    "Under 20 rows a card has one line.": "Onder 20 rijen heeft een kaart één regel.",
    "Theme %1": "Thema %1",
    "Copied %1": "%1 gekopieerd",
    "Pasted text goes into a field only: a adds a deal, / filters.":
      "Geplakte tekst gaat alleen in een veld: a voegt een deal toe, / filtert.",
    "Saving, then quitting. ctrl-c quits without waiting.":
      "Opslaan, dan afsluiten. ctrl-c sluit zonder wachten.",
    "on": "door",
    "send %1 %2": "%1 %2 sturen",
    "move %1 to %2": "%1 naar %2 verplaatsen",
    "win %1": "%1 winnen",
    "lose %1": "%1 verliezen",
    "reopen %1": "%1 heropenen",
    "delete %1": "%1 verwijderen",
    "value %1 at %2": "%1 waarderen op %2",
    "expect %1 to close %2": "%1 verwacht te sluiten %2",
    "note on %1": "notitie bij %1",
    "This is the board as of %1; nothing can be changed there.":
      "Dit is het bord van %1; daar kan niets worden gewijzigd.",
    "Adding": "Toevoegen",
    "u again takes back: %1 (%2)": "u nogmaals draait terug: %1 (%2)",
    "Taken back: %1": "Teruggedraaid: %1",
    "Taking back": "Terugdraaien",
    "Made again: %1": "Opnieuw gedaan: %1",
    "Making again": "Opnieuw doen",
    "an import": "een import",
    "%1 changes": "%1 wijzigingen",
    "of an earlier day or run": "van een eerdere dag of sessie",
    "You are %1; new deals are yours.": "Je bent %1; nieuwe deals zijn van jou.",
  ]
}
