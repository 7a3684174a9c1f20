extension DutchTexts {
  /// Texts of figures and how they come about.
  static let figures: [String: String] = [
    "Left out": "Weggelaten",
    "File": "Bestand",
    "Lever in %1: %2": "Hefboom in %1: %2",
    "velocity with one factor at the team's own best, the others as they are: N × V × W / L":
      "snelheid met één factor op het eigen beste van het team, de andere zoals ze zijn: N × V × W / L",
    "now N = %1, V = %2, W = %3, L = %4: %5 a day": "nu N = %1, V = %2, W = %3, L = %4: %5 per dag",
    "= n/a: the factor is not known now, or was not then":
      "= n.v.t.: de factor is nu niet bekend, of was het toen niet",
    "who is won went on from every stage, so W changes as the conversion does":
      "wie gewonnen is ging uit elke fase verder, dus W verandert mee met de conversie",
    "conversion: %1, W at most 100 %": "conversie: %1, W hoogstens 100 %",
    "L is shorter by what won deals spend less in the stage":
      "L is korter met wat gewonnen deals minder in de fase zijn",
    "days in the stage: %1": "dagen in de fase: %1",
    "n: %1 now, %2 then": "n: %1 nu, %2 toen",
    "thin: one of them rests on fewer than 20 cases":
      "dun: een van beide rust op minder dan 20 gevallen",
    "= nothing to gain": "= niets te winnen",
    "= %1 a day, %2 more than now": "= %1 per dag, %2 meer dan nu",
    "open deals, not stale": "open deals, niet stil",
    "average won value": "gemiddelde gewonnen waarde",
    "age at win": "leeftijd bij winst",
    "conversion from %1": "conversie uit %1",
    "won deals' time in %1": "tijd van gewonnen deals in %1",
    "from": "van",
    "of": "van",
    "Stale deals": "Stilgevallen deals",
    "Average deal size": "Gemiddelde dealomvang",
    "Average won value": "Gemiddelde gewonnen waarde",
    "Win rate by value": "Winratio naar waarde",
    "Win rate of the last 90 days": "Winratio van de laatste 90 dagen",
    "Win rate, 90 days": "Winratio, 90 dagen",
    "Creation cohort": "Cohort naar begindag",
    "Age at loss": "Tijd tot verlies",
    "Time in": "Tijd in",
    "Age of the present visits": "Leeftijd van de lopende bezoeken",
    "Conversion": "Conversie",
    "%1 of %2 in %3": "%1 van %2 in %3",
    "another pipeline": "een andere pipeline",
    "%1 went to %2 on %3, which counts as deleted here":
      "%1 ging naar %2 op %3, wat hier als verwijderd telt",
    "%1 came from %2 on %3, which counts as created here":
      "%1 kwam uit %2 op %3, wat hier als aangemaakt telt",
    "Deals asked": "Deals gevraagd",
    "Deals gone on": "Deals verder",
    "Pending deals": "Lopende deals",
    "at": "bij",
    "converted + failed + pending, %1": "verder + mislukt + lopend, %1",
    "deals that went on from there, %1": "deals die er verder gingen, %1",
    "open deals that may still go on from there, %1": "open deals die er nog verder kunnen, %1",
    "they are in no denominator": "ze staan in geen noemer",
    "Deals with a step due today": "Deals met een stap voor vandaag",
    "open deals whose next step is due on %1": "open deals waarvan de volgende stap op %1 valt",
    "Changes of one step": "Veranderingen van één stap",
    "changes that one key press or command made, by %1, %2":
      "veranderingen door één toets of opdracht, van %1, %2",
    "that are not shown": "die niet getoond worden",
    "Deals created": "Deals aangemaakt",
    "Value created": "Waarde aangemaakt",
    "Deals won": "Deals gewonnen",
    "Value won": "Waarde gewonnen",
    "Deals lost": "Deals verloren",
    "Value lost": "Waarde verloren",
    "Moves back": "Stappen terug",
    "deals that are open": "deals die open zijn",
    "open deals untouched for longer than their stage allows":
      "open deals langer niet aangeraakt dan hun fase toestaat",
    "n/a: no currency was named": "n.v.t.: geen valuta genoemd",
    "that reached it": "die hem bereikten",
    "won / (won + lost), deals closed in the window%1":
      "gewonnen / (gewonnen + verloren), deals gesloten in het venster%1",
    "won / (won + lost), deals closed in the last 90 days":
      "gewonnen / (gewonnen + verloren), deals gesloten in de laatste 90 dagen",
    "days from creation to win": "dagen van begin tot winst",
    "days from creation to loss": "dagen van begin tot verlies",
    "none lost": "geen verloren",
    "days over all visits, of the deals that were there and are not open in it":
      "dagen over alle bezoeken, van de deals die er waren en er niet open in staan",
    "days of the present visit, mean over the open deals":
      "dagen van het lopende bezoek, gemiddeld over de open deals",
    "n/a: none is there": "n.v.t.: er is er geen",
    "converted / (converted + failed), policy %1: %2":
      "doorgegaan / (doorgegaan + afgevallen), regel %1: %2",
    "none went on or failed": "geen ging door of viel af",
    "deals created in the window": "deals aangemaakt in het venster",
    "deals won in the window": "deals gewonnen in het venster",
    "deals lost in the window": "deals verloren in het venster",
    "moves to an earlier stage in the window": "stappen naar een eerdere fase in het venster",
    "%1, of %2": "%1, van %2",
    "deals created in the window, by how they stand now":
      "deals aangemaakt in het venster, naar hun stand nu",
    "= %1 won + %2 lost +": "= %1 gewonnen + %2 verloren +",
    "%1 still open": "%1 nog open",
    "95 % range: %1 (Wilson)": "95%-bereik: %1 (Wilson)",
    "thin: %1 cases, fewer than 20": "weinig: %1 gevallen, minder dan 20",
    "mean = %1 / %2 = %3": "gemiddelde = %1 / %2 = %3",
    "median = %1": "mediaan = %1",
    "asked is who got there or further, converted who got further or won":
      "gevraagd is wie er of verder kwam, doorgegaan wie verder kwam of won",
    "asked is who was there, converted who was in a later stage after it or won":
      "gevraagd is wie er was, doorgegaan wie daarna in een latere fase was of won",
    "asked is who was there, converted who went from there directly to the next":
      "gevraagd is wie er was, doorgegaan wie van daar meteen naar de volgende ging",
    "of the open deals": "van de open deals",
    "of the deals created in the window": "van de deals aangemaakt in het venster",
    "of the deals won in the window": "van de deals gewonnen in het venster",
    "of the deals lost in the window": "van de deals verloren in het venster",
    "of the deals won this month": "van de deals deze maand gewonnen",
    "the open deals": "de open deals",
    "no open deal has a value": "geen open deal heeft een waarde",
    "the deals won in the window": "de deals gewonnen in het venster",
    "none of them has a value": "geen ervan heeft een waarde",
    "sum of value × probability over the open deals, their own probability or their stage's":
      "som van waarde × kans van de open deals, de eigen kans of die van de fase",
    "= n/a: no open deal has a probability, nor has its stage":
      "= n.v.t.: geen open deal heeft een kans, en zijn fase ook niet",
    "sum of the values %1": "som van de waarden %1",
    "value of %1 that have one / their number": "waarde van %1 die er een hebben / hun aantal",
    "value won / (value won + value lost), deals closed in the window":
      "gewonnen waarde / (gewonnen + verloren waarde), deals gesloten in het venster",
    "= n/a: nothing of value was closed": "= n.v.t.: niets van waarde is gesloten",
    "%1 a day": "%1 per dag",
    "= %1: no deal is open": "= %1: geen deal is open",
    "N = %1, open deals that are not stale": "N = %1, open deals die niet stil zijn",
    "V = %1, mean value of the deals won in the window (%2 valued)":
      "V = %1, gemiddelde waarde van de deals gewonnen in het venster (%2 met waarde)",
    "W = %1, win rate by count": "W = %1, winratio naar aantal",
    "L = %1, mean age at win of %2": "L = %1, gemiddelde tijd tot winst van %2",
    "Median: %1": "Mediaan: %1",
    "Deals that the figures are of": "Deals waar de cijfers over gaan",
    "open deals + deals closed in the window": "open deals + deals gesloten in het venster",
    "deleted": "verwijderd",
    "Deleted deals": "Verwijderde deals",
    "deals that were deleted by the end of the day, whenever that was":
      "deals die aan het eind van de dag verwijderd waren, wanneer dan ook",
    "Not in the weighted values in %1": "Niet in de gewogen waarden in %1",
    "open deals that have no value or no probability, or are omitted by hand":
      "open deals zonder waarde of zonder kans, of met de hand weggelaten",
    "n/a: V, W or L is missing, or L is 0": "n.v.t.: V, W of L ontbreekt, of L is 0",
    "due without a value": "verwacht zonder waarde",
    "overdue": "te laat",
    "Goal for %1": "Doel voor %1",
    "remaining = goal − won = %1 − %2 = %3": "resterend = doel − gewonnen = %1 − %2 = %3",
    "have = due in the period / remaining = %1 / %2 = %3":
      "hebben = verwacht in de periode / resterend = %1 / %2 = %3",
    "need = 1 / win rate by %1 = 1 / %2 = %3": "nodig = 1 / winratio naar %1 = 1 / %2 = %3",
    "the rate goes by %1: %2 of": "de ratio gaat naar %1: %2 van",
    "%1 lost deals have a value above 0": "%1 verloren deals hebben een waarde boven 0",
    "/ mean open value %1": "/ gemiddelde open waarde %1",
    "missing = (%1 / %2 − %3)%4, rounded up = %5":
      "tekort = (%1 / %2 − %3)%4, naar boven afgerond = %5",
    "last day = %1 − median age at win %2 = %3":
      "laatste dag = %1 − mediane tijd tot winst %2 = %3",
    "%1 of %2 won": "%1 van %2 gewonnen",
    "The goal for %1 is reached: %2.": "Het doel voor %1 is bereikt: %2.",
    "%1 is over: %2, %3 short.": "%1 is voorbij: %2, %3 tekort.",
    "Enough deals for %1: %2.": "Genoeg deals voor %1: %2.",
    "Not enough deals for %1: %2. Find at least %3%4.":
      "Niet genoeg deals voor %1: %2. Vind minstens %3%4.",
    "Not enough deals for %1: %2.": "Niet genoeg deals voor %1: %2.",
    "How many are missing is n/a: no open deal has a value.":
      "Hoeveel er ontbreken is n.v.t.: geen open deal heeft een waarde.",
    "nothing was won": "er is niets gewonnen",
    "nothing of value was won": "er is niets van waarde gewonnen",
    "no deal was closed": "er is geen deal gesloten",
    "Whether enough deals are due for %1 is n/a: %2 in the window.":
      "Of er genoeg deals verwacht worden voor %1 is n.v.t.: %2 in het venster.",
    "Of the remaining %1, %2 is due.": "Van de resterende %1 wordt %2 verwacht.",
    "No goal is set for %1, so whether deals are enough is n/a.":
      "Voor %1 is geen doel gesteld, dus of deals genoeg zijn is n.v.t.",
    "times": "keer",
    "%1 the remaining %2 is due, %3 is needed": "%1 de resterende %2 wordt verwacht, %3 is nodig",
    "(win rate by %1 %2)": "(winratio naar %1 %2)",
    "; one of median age that begins today closes after the period":
      "; een van mediane leeftijd die vandaag begint sluit na de periode",
    "%1 now against %2: find at least %3 for %4 to match then.":
      "%1 nu tegenover %2: vind minstens %3 voor %4 om toen te evenaren.",
    "Average deal %1 → %2%3, bigger deals.": "Gemiddelde deal %1 → %2%3, grotere deals.",
    "Average deal %1 → %2%3, smaller deals.": "Gemiddelde deal %1 → %2%3, kleinere deals.",
    "Average deal %1, as then.": "Gemiddelde deal %1, zoals toen.",
    "n/a: %1": "n.v.t.: %1",
    "%1 (%2 of %3)": "%1 (%2 van %3)",
    "%1 to %2 %": "%1 tot %2 %",
    "1 day": "1 dag",
    "Not enough deals for %1: %2. Find at least %3 by %4.":
      "Niet genoeg deals voor %1: %2. Vind minstens %3, uiterlijk %4.",
    "forecast without a value": "voorzien zonder waarde",
    "forecast with a value and no probability": "voorzien met een waarde en zonder kans",
    "won without a value": "gewonnen zonder waarde",
    "Forecast of %1 in %2": "Prognose van %1 in %2",
    "won in the period / weighted value of what was due in it, on its first day":
      "gewonnen in de periode / gewogen waarde van wat erin verwacht werd, op de eerste dag",
    "of what was committed then: %1 / %2 = %3": "van wat toen toegezegd was: %1 / %2 = %3",
    "Slipped deals": "Uitgestelde deals",
    "open deals whose expected close was moved to a later month or passed /":
      "open deals waarvan de verwachte sluitdatum naar een latere maand ging of voorbijging /",
    "open deals that have an expected close or had one that slipped":
      "open deals met een verwachte sluitdatum of een die is uitgesteld",
    "no open deal has or had one that slipped": "geen open deal heeft er een",
    "%1 in %2 slips / %3 = %4 a deal": "%1 in %2 keer uitgesteld / %3 = %4 per deal",
    "= %1 of %2": "= %1 van %2",
    "put aside until a later day": "opzijgezet tot een latere dag",
    "Deals that need attention": "Deals die aandacht vragen",
    "Deals with an overdue step": "Deals met een stap over tijd",
    "Stuck deals": "Vastzittende deals",
    "Deals without a next step": "Deals zonder volgende stap",
    "open deals whose next step is overdue or missing, or that are untouched or in":
      "open deals waarvan de volgende stap over tijd is of ontbreekt, of die onaangeroerd of in",
    "their stage for longer than it allows": "hun fase zijn, langer dan die toestaat",
    "open deals whose next step was due before %1":
      "open deals waarvan de volgende stap vóór %1 moest",
    "open deals untouched for longer than their stage's idle limit":
      "open deals die langer onaangeroerd zijn dan de grens van hun fase",
    "open deals in their stage for longer than its limit":
      "open deals die langer in hun fase zijn dan de grens ervan",
    "open deals that have nothing planned": "open deals waarvoor niets gepland is",
    "one deal may have several reasons": "één deal kan meer redenen hebben",
    "no stage has such a limit": "geen fase heeft zo'n grens",
    "limits: %1": "grenzen: %1",
  ]
}
