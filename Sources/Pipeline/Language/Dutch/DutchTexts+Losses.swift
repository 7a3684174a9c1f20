extension DutchTexts {
  /// Texts of why what is lost, learned and spent is what it is.
  static let losses: [String: String] = [
    "Lost because of %1": "Verloren door %1",
    "Lost without a reason": "Verloren zonder reden",
    "Lost in %1": "Verloren in %1",
    "deals of them lost in the window / all that were lost in it":
      "deals daarvan verloren in het venster / alle die erin verloren zijn",
    "sum of their latest values": "som van hun laatste waarden",
    "Upsell in %1": "Bijverkoop in %1",
    "value at the win − value at the creation, of the deals won in the window":
      "waarde bij de winst − waarde bij het begin, van de deals gewonnen in het venster",
    "without a value at the creation or at the win, or with another currency then":
      "zonder waarde bij het begin of bij de winst, of toen met een andere valuta",
    "of %1 %2 grew, %3 shrank": "van %1 groeiden %2, krompen %3",
    "Learned probability of %1": "Geleerde kans van %1",
    "Suggested stuck limit of %1": "Voorgestelde grens voor vast in %1",
    "75th percentile (nearest rank) of the days that deals won in the window spent there":
      "75e percentiel (dichtstbijzijnde rang) van de dagen die deals gewonnen in het venster er waren",
    "= %1 % in whole percent; set is %2": "= %1 % in hele procenten; ingesteld is %2",
    "= %1, of %2; set is %3": "= %1, van %2; ingesteld is %3",
    "= n/a: %1 of the %2 cases it takes": "= n.v.t.: %1 van de %2 gevallen die nodig zijn",
    "Effort in %1": "Inspanning in %1",
    "= %1 of %2, of": "= %1 van %2, waarvan",
    "which %1 left it and %2 are won": "%1 hem verlieten en %2 gewonnen zijn",
    "lost there in the window: %1": "er verloren in het venster: %1",
    "days over all visits, of the deals that were first there in the window":
      "dagen over alle bezoeken, van de deals die er voor het eerst waren in het venster",
    "minutes of %1 on those deals while": "minuten van %1 aan die deals terwijl",
    "they stood there, the usual ones of its kind where none were noted":
      "ze er stonden, de gebruikelijke van de soort waar er geen genoteerd zijn",
    "per deal that left = %1 / %2 = %3": "per deal die hem verliet = %1 / %2 = %3",
    "per won deal = %1 / %2 = %3": "per gewonnen deal = %1 / %2 = %3",
    "cost of activities, and of their owner's time = %1":
      "kosten van activiteiten, en van de tijd van hun eigenaar = %1",
    "per deal that left %1,": "per deal die hem verliet %1,",
    "per won deal %1": "per gewonnen deal %1",
    "activities": "activiteiten",
    "minute": "minuut",
    "minutes": "minuten",
  ]
}
