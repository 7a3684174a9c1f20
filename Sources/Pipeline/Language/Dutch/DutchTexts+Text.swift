extension DutchTexts {
  /// Texts of days, figures and refusals.
  static let text: [String: String] = [
    "%1 s": "%1 s",
    "%1 min": "%1 min",
    "%1 h": "%1 u",
    "overdue %1d": "%1d te laat",
    "\"%1\" is not an amount. Write it as 48000, 48k or 1.2m.":
      "\"%1\" is geen bedrag. Schrijf het als 48000, 48k of 1,2m.",
    "\"%1\" may be thousands or decimals. Write 1000 or 1.00.":
      "\"%1\" kan duizendtallen of decimalen zijn. Schrijf 1000 of 1,00.",
    "\"%1\" may be thousands or decimals; %2 has none. Write 1000.":
      "\"%1\" kan duizendtallen of decimalen zijn; %2 heeft er geen. Schrijf 1000.",
    "\"%1\" is finer than %2 allows.": "\"%1\" is fijner dan %2 toestaat.",
    "\"%1\" is too large.": "\"%1\" is te groot.",
    "A value cannot be below zero.": "Een waarde kan niet onder nul zijn.",
    "Nothing is called \"%1\"; there is %2.": "Niets heet \"%1\"; er is %2.",
    "or": "of",
    "\"%1\" may be %2.": "\"%1\" kan %2 zijn.",
    "%1 is not finished.": "%1 is niet af.",
    "%1: no such term; there is %2.": "%1: die term is er niet; er is %2.",
    "%1: write %2.": "%1: schrijf %2.",
    "%1: nobody and nothing; there is %2.": "%1: niemand en niets; er is %2.",
    "%1: write a whole number, with < or > if you like.":
      "%1: schrijf een heel getal, met < of > als je wilt.",
    "%1: write a day or a period, such as this-month.":
      "%1: schrijf een dag of een periode, zoals deze-maand.",
    "%1 names no day. Write fri, +2w, eom, 31-3 or 2026-03-31.":
      "%1 is geen dag. Schrijf vr, +2w, eom, 31-3 of 2026-03-31.",
    "%1 is no whole percent from 0 to 100.": "%1 is geen heel percentage van 0 tot 100.",
    "%1 is none of omitted, pipeline, best case, commit.":
      "%1 is geen van omitted, pipeline, best case, commit.",
    "n/a": "n.v.t.",
    "%1 is closed already.": "%1 is al gesloten.",
    "%1 is open already.": "%1 is al open.",
    "%1 is in that stage already.": "%1 is al in die fase.",
    "%1 was deleted.": "%1 is verwijderd.",
    "%1 was changed on %2. Name that day or a later one.":
      "%1 is gewijzigd op %2. Noem die dag of een latere.",
    "%1: its pipeline has no such stage.": "%1: de pipeline heeft zo'n fase niet.",
    "%1: that next step is not planned any more.": "%1: die volgende stap is niet meer gepland.",
    "%1: a value cannot be below zero.": "%1: een waarde kan niet onder nul zijn.",
    "added %1": "%1 toegevoegd",
    "updated %1": "%1 bijgewerkt",
    "moved %1 to %2": "%1 verplaatst naar %2",
    "renamed a deal to %1": "een deal hernoemd naar %1",
    "valued %1 at %2": "%1 gewaardeerd op %2",
    "set the probability of %1": "de kans van %1 ingesteld",
    "expects %1 to close": "verwacht dat %1 sluit",
    "gave %1 to %2": "%1 gegeven aan %2",
    "edited %1": "%1 gewijzigd",
    "reopened %1": "%1 heropend",
    "deleted %1": "%1 verwijderd",
    "wrote a note on %1": "een notitie bij %1 geschreven",
    "worked on %1": "aan %1 gewerkt",
    "planned the next step of %1": "de volgende stap van %1 gepland",
    "put %1 aside": "%1 opzij gelegd",
    "kept %1": "%1 gehouden",
    "took up %1 again": "%1 weer opgepakt",
    "took back or made again a change of %1":
      "een wijziging van %1 teruggedraaid of opnieuw gedaan",
    "%1 is nothing of a deal; there is %2. In quotes it belongs to the title.":
      "%1 is niets van een deal; er is %2. Tussen aanhalingstekens hoort het bij de titel.",
  ]
}
