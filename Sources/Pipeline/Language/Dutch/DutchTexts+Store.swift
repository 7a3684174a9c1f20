extension DutchTexts {
  /// Texts of what the file does not take.
  static let store: [String: String] = [
    "There is no file %1.": "Er is geen bestand %1.",
    "There is no folder %1. Make it, or name another file.":
      "Er is geen map %1. Maak die, of noem een ander bestand.",
    "%1 is not a file. Name a dealboard file.":
      "%1 is geen bestand. Noem een bestand van dealboard.",
    "%1 is a file, not a folder. Name a dealboard file in a folder.":
      "%1 is een bestand, geen map. Noem een bestand van dealboard in een map.",
    "%1 is a link, which is not followed. Move it away and try again.":
      "%1 is een link, die niet wordt gevolgd. Haal hem weg en probeer het opnieuw.",
    "may only be read: tables or indexes of it are missing (%1)":
      "mag alleen worden gelezen: er ontbreken tabellen of indexen (%1)",
    "%1 is not a database.": "%1 is geen database.",
    "%1 is a database of another program.": "%1 is een database van een ander programma.",
    "Nothing was changed; name a dealboard file.":
      "Er is niets gewijzigd; noem een bestand van dealboard.",
    "%1 was written by a newer dealboard (schema %2, this one knows %3).":
      "%1 is geschreven door een nieuwere dealboard (schema %2, deze kent %3).",
    "Nothing was changed; update dealboard.": "Er is niets gewijzigd; werk dealboard bij.",
    "%1 is damaged: %2. Nothing is written to it any more;":
      "%1 is beschadigd: %2. Er wordt niets meer in geschreven;",
    "a part of it cannot be read": "een deel ervan kan niet worden gelezen",
    "it is shorter than it says": "het is korter dan het zegt",
    "`dealboard doctor` says what is lost.": "`dealboard doctor` zegt wat verloren is.",
    "%1 cannot be made: %2. Name another place.":
      "%1 kan niet worden gemaakt: %2. Noem een andere plaats.",
    "Disk full: this change was not saved to %1; nothing else is affected.":
      "Schijf vol: deze wijziging is niet opgeslagen in %1; verder is er niets aan de hand.",
    "Free some space and try again.": "Maak ruimte vrij en probeer het opnieuw.",
    "%1 could not be read or written: %2. This change was not saved.":
      "%1 kon niet worden gelezen of geschreven: %2. Deze wijziging is niet opgeslagen.",
    "Disk full: %1 could not be read, which takes a little room beside it.":
      "Schijf vol: %1 kon niet worden gelezen; daarvoor is ernaast wat ruimte nodig.",
    "Nothing was changed; free some space and try again.":
      "Er is niets gewijzigd; maak ruimte vrij en probeer het opnieuw.",
    "%1 could not be read: %2. Nothing was changed.":
      "%1 kon niet worden gelezen: %2. Er is niets gewijzigd.",
    "%1 was replaced or removed while it was open.":
      "%1 is vervangen of verwijderd terwijl het open was.",
    "Nothing more is written; open it again.": "Er wordt niets meer geschreven; open het opnieuw.",
    "You may not read %1. Ask its owner.": "Je mag %1 niet lezen. Vraag het de eigenaar.",
    "The folder of %1 may not be written, which even reading needs.":
      "In de map van %1 mag niet worden geschreven, wat zelfs voor lezen nodig is.",
    "Copy the file elsewhere, or open a backup.":
      "Kopieer het bestand naar elders, of open een reservekopie.",
    "%1 %2. This change was not saved.": "%1 %2. Deze wijziging is niet opgeslagen.",
    "%1 cannot be shared: %2": "%1 kan niet worden gedeeld: %2",
    "Deal %1 (%2)": "Deal %1 (%2)",
    "Deal %1 (%2) has an event dated %3 and cannot be changed before that day.":
      "Deal %1 (%2) heeft een gebeurtenis van %3 en kan voor die dag niet worden gewijzigd.",
    "%1 is after today. Name today or a day before.":
      "%1 is na vandaag. Noem vandaag of een eerdere dag.",
    "There is no stage with the number %1 any more.": "Er is geen fase met nummer %1 meer.",
    "There is no pipeline with the number %1.": "Er is geen pipeline met nummer %1.",
    "There is no person with the number %1.": "Er is geen persoon met nummer %1.",
    "The name %1 is taken. Choose another.": "De naam %1 is bezet. Kies een andere.",
    "The initials %1 are %2's. Choose others.": "De initialen %1 zijn van %2. Kies andere.",
    "The login %1 is %2's. Take it from them first, or name another.":
      "De login %1 is van %2. Neem die daar eerst weg, of noem een andere.",
    "\"%1\" cannot be initials. Write one to %2 letters.":
      "\"%1\" kunnen geen initialen zijn. Schrijf één tot %2 letters.",
    "A goal must be above zero.": "Een doel moet boven nul zijn.",
    "A name needs at least one visible character.":
      "Een naam heeft minstens één zichtbaar teken nodig.",
    "%1 is the pipeline's last stage. A pipeline needs one.":
      "%1 is de laatste fase van de pipeline. Een pipeline heeft er één nodig.",
    "%1 holds one open deal. Name the stage that it goes to.":
      "In %1 staat één open deal. Noem de fase waar die heen gaat.",
    "%1 holds %2 open deals. Name the stage that they go to.":
      "In %1 staan %2 open deals. Noem de fase waar die heen gaan.",
    "The order must name each stage of %1 once.":
      "De volgorde moet elke fase van %1 één keer noemen.",
    "%1 would go back to %2, which was put away, and another stage":
      "%1 zou teruggaan naar %2, die is opgeruimd, en een andere fase",
    "is called so now. Rename that one first.": "heet nu zo. Geef die eerst een andere naam.",
    "%1 is on the board again.": "%1 staat weer op het bord.",
    "Another deal was imported from %1 as %2 meanwhile,":
      "Intussen is er een andere deal uit %1 als %2 geïmporteerd,",
    "so this one stays away.": "dus deze blijft weg.",
    "The file is busy: another program holds it. Try again.":
      "Het bestand is bezet: een ander programma houdt het vast. Probeer het opnieuw.",
    "The file is busy: %1 holds it. Try again.":
      "Het bestand is bezet: %1 houdt het vast. Probeer het opnieuw.",
    "Another step of yours is next by now: %1.": "Een andere stap van jou is nu aan de beurt: %1.",
    "Nothing was changed; look at it and try again.":
      "Er is niets gewijzigd; kijk ernaar en probeer het opnieuw.",
    "That step of yours was taken back or made again elsewhere. Nothing was changed.":
      "Die stap van jou is elders teruggedraaid of opnieuw gedaan. Er is niets gewijzigd.",
    "Someone else changed the deal first.": "Iemand anders wijzigde de deal eerst.",
    "(and %1 more)": "(en nog %1)",
    "%1 changed %2 first%3.": "%1 wijzigde %2 eerst%3.",
    "Nothing was saved; look at it and try again.":
      "Er is niets opgeslagen; kijk ernaar en probeer het opnieuw.",
    "was opened for reading only": "is alleen om te lezen geopend",
    "may only be read: you have no right to write it":
      "mag alleen worden gelezen: je hebt geen recht om erin te schrijven",
    "may only be read: it holds what is not dealboard's (%1)":
      "mag alleen worden gelezen: er staat in wat niet van dealboard is (%1)",
    "may only be read: it is damaged (%1)": "mag alleen worden gelezen: het is beschadigd (%1)",
    "it is someone else's. Ask its owner to share it.":
      "het is van iemand anders. Vraag de eigenaar het te delen.",
    "you are not in the group. Ask the administrator to add you, and log in anew.":
      "je zit niet in de groep. Vraag de beheerder je toe te voegen, en log opnieuw in.",
  ]
}
