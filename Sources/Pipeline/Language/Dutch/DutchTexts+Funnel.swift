extension DutchTexts {
  /// Texts of what stands below the funnel.
  static let funnel: [String: String] = [
    "WIN RATE": "WINRATIO",
    "95 % range": "95%-bereik",
    "n/a: none created": "n.v.t.: geen aangemaakt",
    "%1 won, %2 lost, %3 open": "%1 gewonnen, %2 verloren, %3 open",
    "%1 (%2 of %3, n %4)": "%1 (%2 van %3, n %4)",
    "n/a: nothing of value was closed": "n.v.t.: niets van waarde is gesloten",
    "LEARNED FROM HISTORY": "GELEERD UIT DE GESCHIEDENIS",
    "probability: won of the closed deals that reached the stage; stuck limit:":
      "kans: gewonnen van de gesloten deals die de fase bereikten; grens voor vast:",
    "75 % of the won deals spent no more days there; n/a under 20 cases":
      "75 % van de gewonnen deals was er niet langer; n.v.t. onder 20 gevallen",
    "learned": "geleerd",
    "Stuck after": "Vast na",
    "suggested": "voorstel",
    "LOSSES": "VERLIES",
    "Nothing was lost in the window.": "In het venster is niets verloren.",
    "Lost because of": "Verloren door",
    "Lost in": "Verloren in",
    "of all lost": "van al het verlies",
    "UPSELL": "BIJVERKOOP",
    "Nothing was won in the window.": "In het venster is niets gewonnen.",
    "value at the win less the value at the creation, of the deals won in the window":
      "waarde bij de winst min de waarde bij het begin, van de deals gewonnen in het venster",
    "Upsell": "Bijverkoop",
    "at first": "eerst",
    "at the win": "bij winst",
    "grew": "groeide",
    "shrank": "kromp",
    "left out": "weggelaten",
    "%1 left out": "%1 weggelaten",
    "left out: without a value at the creation or at the win, or in another currency":
      "weggelaten: zonder waarde bij het begin of bij de winst, of in een andere valuta",
    "EFFORT": "INSPANNING",
    "of the deals first there in the window; minutes and cost of what was done while they":
      "van de deals die er voor het eerst waren in het venster; minuten en kosten van wat er gedaan is",
    "stood there; lost: of all deals, those lost there in the window":
      "terwijl ze er stonden; verloren: van alle deals, wie daar in het venster verloren ging",
    "Left": "Verlaten",
    "Deal-days": "Dealdagen",
    "Minutes": "Minuten",
    "Cost": "Kosten",
    "Per deal left": "Per verlaten",
    "Per won deal": "Per winst",
  ]
}
