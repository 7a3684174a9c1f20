extension DutchTexts {
  /// Texts of what the store and the terminal have to say.
  static let program: [String: String] = [
    "Theme %1 until you quit; config.toml sets the theme.":
      "Thema %1 tot je afsluit; config.toml bepaalt het thema.",
    "Cards are so tall until you quit; config.toml sets the density.":
      "Kaarten zijn zo hoog tot je afsluit; config.toml bepaalt de dichtheid.",
    "This holds until you quit; config.toml sets the sidebar.":
      "Dit geldt tot je afsluit; config.toml bepaalt de zijbalk.",
    "The setting holds until you quit: %1 cannot be written.":
      "De instelling geldt tot je afsluit: %1 kan niet worden geschreven.",
    "The file went back in time: it knew %1 of %2 events.":
      "Het bestand ging terug in de tijd: het kende %1 van %2 gebeurtenissen.",
    "dealboard doctor says more.": "dealboard doctor zegt meer.",
    "Copied: %1": "Gekopieerd: %1",
    "This terminal takes nothing for its clipboard.":
      "Deze terminal neemt niets voor het klembord aan.",
    "Disk full: the minutes were not written. Free some space.":
      "Schijf vol: de notulen zijn niet geschreven. Maak ruimte vrij.",
    "The minutes cannot be written to %1. y copies them.":
      "De notulen kunnen niet naar %1 worden geschreven. y kopieert ze.",
    "%1 is no folder, or a link, which is not followed. Move it away; y copies the minutes.":
      "%1 is geen map, of een link, die niet wordt gevolgd. Haal hem weg; y kopieert de notulen.",
    "The minutes cannot be written to %1: %2.":
      "De notulen kunnen niet naar %1 worden geschreven: %2.",
    "The file could not be made.": "Het bestand kon niet worden gemaakt.",
    "Made-up deals in a file of their own, gone when you quit: start again to begin for real.":
      "Verzonnen deals in een eigen bestand, weg als je afsluit: start opnieuw om echt te beginnen.",
    "The file is %1.": "Het bestand is %1.",
    "There is no file yet, so there is nothing to count.":
      "Er is nog geen bestand, dus er is niets te tellen.",
    "There is no deal %1.": "Er is geen deal %1.",
    "%1 was so already.": "%1 was al zo.",
    "%1 changed %2 meanwhile; yours went on top.":
      "%1 wijzigde %2 intussen; de jouwe ging erbovenop.",
    "waiting for the disk": "wachten op de schijf",
    "waiting for %1": "wachten op %1",
    "`dealboard stages reorder` changes the order of the stages.":
      "`dealboard stages reorder` verandert de volgorde van de fasen.",
  ]
}
