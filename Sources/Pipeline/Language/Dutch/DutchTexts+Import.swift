extension DutchTexts {
  /// Texts of why nothing of a file is imported.
  static let refusals: [String: String] = [
    "%1, line %2": "%1, regel %2",
    "the file is empty. Export it again, with its header line.":
      "het bestand is leeg. Exporteer het opnieuw, met de kopregel.",
    "the file is in UTF-32. Save it as \"CSV UTF-8\" and import that.":
      "het bestand is in UTF-32. Sla het op als \"CSV UTF-8\" en importeer dat.",
    "the file is in UTF-16. Save it as \"CSV UTF-8\" and import that.":
      "het bestand is in UTF-16. Sla het op als \"CSV UTF-8\" en importeer dat.",
    "this is a spreadsheet, not a CSV file. Open it, choose Save as, \"CSV UTF-8\",":
      "dit is een rekenblad, geen CSV-bestand. Open het, kies Opslaan als, \"CSV UTF-8\",",
    "and import what that makes.": "en importeer wat dat oplevert.",
    "there is a zero byte, so the file is damaged or no text. Export it again.":
      "er staat een nulbyte, dus het bestand is beschadigd of geen tekst. Exporteer het opnieuw.",
    "a quote is opened here and never closed.":
      "hier begint een aanhalingsteken dat nergens wordt gesloten.",
    "Close it, or double it where it belongs to the text.":
      "Sluit het, of verdubbel het waar het bij de tekst hoort.",
    "the row is longer than 4 MiB. Check that the file is CSV.":
      "de rij is langer dan 4 MiB. Ga na of het bestand CSV is.",
    "two columns are called \"%1\". Rename or remove one of them.":
      "twee kolommen heten \"%1\". Hernoem of verwijder er een.",
    "the column %1 is missing. Add it, or export the deals with it.":
      "de kolom %1 ontbreekt. Voeg die toe, of exporteer de deals ermee.",
    "the columns %1 are missing.": "de kolommen %1 ontbreken.",
    "Add them, or export the deals with them.": "Voeg ze toe, of exporteer de deals ermee.",
    "the columns %1 hold values, each in its own currency; a deal has one.":
      "de kolommen %1 bevatten waarden, elk in een eigen valuta; een deal heeft er een.",
    "Put the values into one column \"Value\", the currencies into \"Currency\".":
      "Zet de waarden in één kolom \"Value\", de valuta in \"Currency\".",
    "and": "en",
    "the file names more than %1 stages.": "het bestand noemt meer dan %1 fasen.",
    "Check that the column holds stages.": "Ga na of er fasen in de kolom staan.",
    "the file names more than %1 pipelines.": "het bestand noemt meer dan %1 pipelines.",
    "Check that the column holds pipelines.": "Ga na of er pipelines in de kolom staan.",
  ]

  /// Texts of what is wrong with a file of JSON.
  static let jsonFaults: [String: String] = [
    "The file lists no pipelines. Export it again.":
      "Het bestand noemt geen pipelines. Exporteer het opnieuw.",
    "This JSON is no export of a workspace.": "Deze JSON is geen export van een werkbestand.",
    "This JSON is a list, not an export of a workspace.":
      "Deze JSON is een lijst, geen export van een werkbestand.",
    "Write one with `dealboard export --format json`.":
      "Maak er een met `dealboard export --format json`.",
    "The file was written by a newer dealboard. Bring this one up to date.":
      "Het bestand is geschreven door een nieuwere dealboard. Werk deze bij.",
    "The file is no JSON object.": "Het bestand is geen JSON-object.",
    "Something follows behind the end.": "Na het einde volgt nog iets.",
    "The text ends in the middle.": "De tekst houdt halverwege op.",
    "The values are nested too deep.": "De waarden zijn te diep genest.",
    "A comma or ] is missing.": "Er ontbreekt een komma of ].",
    "A comma or } is missing.": "Er ontbreekt een komma of }.",
    "A comma or %1 is missing.": "Er ontbreekt een komma of %1.",
    "A colon is missing.": "Er ontbreekt een dubbele punt.",
    "A name in quotes is missing.": "Er ontbreekt een naam tussen aanhalingstekens.",
    "A value is missing.": "Er ontbreekt een waarde.",
    "A list is missing.": "Er ontbreekt een lijst.",
    "An object is missing.": "Er ontbreekt een object.",
    "A text is not UTF-8.": "Een tekst is geen UTF-8.",
    "A text holds a control character.": "Er staat een stuurteken in een tekst.",
    "A text is never closed.": "Een tekst wordt nergens gesloten.",
    "A backslash stands before a letter that it does not go with.":
      "Er staat een backslash voor een letter waar die niet bij hoort.",
    "Four hexadecimal digits are missing.": "Er ontbreken vier hexadecimale cijfers.",
    "A number is too long.": "Een getal is te lang.",
    "A number begins with a zero too many.": "Een getal begint met een nul te veel.",
    "A number has more than six decimals.": "Een getal heeft meer dan zes decimalen.",
    "An exponent is missing.": "Er ontbreekt een exponent.",
    "A value is longer than 64 MiB.": "Een waarde is langer dan 64 MiB.",
    "\"%1\" is not %2.": "\"%1\" is niet %2.",
    "a text": "een tekst",
    "true or false": "true of false",
    "a whole number": "een geheel getal",
    "a whole number from %1 to %2": "een geheel getal van %1 tot %2",
    "a day": "een dag",
    "a moment": "een tijdstip",
    "a currency": "een valuta",
    "an amount": "een bedrag",
    "an amount in %1": "een bedrag in %1",
    "a list": "een lijst",
    "a list of texts": "een lijst van teksten",
    "\"%1\" is not the number of %2 of the file.":
      "\"%1\" is niet het nummer van %2 in het bestand.",
    "a pipeline": "een pipeline",
    "a stage": "een fase",
    "a person": "een persoon",
    "\"%1\" is no kind of event.": "\"%1\" is geen soort gebeurtenis.",
    "A deal has no title.": "Een deal heeft geen titel.",
    "\"category\" is not a forecast category.": "\"category\" is geen prognosecategorie.",
    "\"activity\" is not a kind of activity.": "\"activity\" is geen soort activiteit.",
    "\"%1\" is not the id of an event.": "\"%1\" is niet het nummer van een gebeurtenis.",
    "A pipeline's stages are missing, or not in their order.":
      "De fasen van een pipeline ontbreken, of staan niet in hun volgorde.",
    "\"period\" is not a month, a quarter or a year.":
      "\"period\" is geen maand, kwartaal of jaar.",
    "\"%1\" is no kind of meeting.": "\"%1\" is geen soort bespreking.",
  ]
}
