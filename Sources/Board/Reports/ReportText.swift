import Pipeline

/// Figures as reports write them: with their n, and with the reason where there is none.
enum ReportText {
  /// A share in percent with its n: `63.2 % (4,238 of 6,711)`, `80.0 % (4 of 5) thin`.
  static func share(_ share: Share, none: String = phrase("none yet")) -> String {
    FigureWords.share(share, none: none)
  }

  /// The 95 % range of a share in whole percent: `62–64 %`.
  static func range(_ range: ClosedRange<Double>) -> String {
    func percent(_ rate: Double) -> Int { Int((rate * 100).rounded()) }
    return "\(percent(range.lowerBound))–\(percent(range.upperBound)) %"
  }

  /// A mean in whole units, grouped by thousands: `€13,080`.
  static func units(_ minorUnits: Ratio, _ currency: Currency) -> String {
    var scale: Int128 = 1
    for _ in 0..<currency.minorUnitDigits { scale *= 10 }
    let units = (minorUnits * (Ratio(1, of: scale) ?? Ratio(1))).rounded(decimals: 0)
    return MoneyText.symbol(currency) + FigureText.grouped(Int(clamping: units))
  }

  /// Days with one decimal at most: `58.8d`, `1,144.8d`.
  static func days(_ ratio: Ratio) -> String {
    let tenths = ratio.rounded(decimals: 1)
    let isWhole = tenths % 10 == 0
    return MoneyText.decimal(isWhole ? tenths / 10 : tenths, decimals: isWhole ? 0 : 1) + "d"
  }

  /// The days of a window: `1 Apr 25 – 31 Mar (365 days)`; of one that is not over, how many have
  /// gone: `1 Oct – 31 Dec (running, 46 of 92 days)`.
  static func window(_ days: DayRange, today: Day) -> String {
    guard days.first > .first else {
      return phrase("all days to \(DayText.date(days.last, today: today))")
    }
    let count = FigureText.count(days.last - days.first + 1, "day")
    let gone = today - days.first + 1
    return "\(DayText.date(days.first, today: today)) – \(DayText.date(days.last, today: today))"
      + (days.contains(today) && today < days.last
        ? phrase(" (running, \(FigureText.grouped(gone)) of \(count))") : " (\(count))")
  }

  /// A change with its sign and arrow: `▲ +3`; empty where nothing changed.
  static func signed(_ change: Ratio, _ text: (Ratio) -> String) -> String {
    let size = change.sign < 0 ? Ratio(0) - change : change
    return (change.sign < 0 ? "▼ −" : "▲ +") + text(size)
  }

  /// A change in percent with its sign, without decimals from a thousand on, where they say nothing:
  /// `+10.9 %`, `+1,071 %`.
  static func percentChange(_ percent: Ratio) -> String {
    (percent.sign < 0 ? "−" : "+") + unsignedPercent(percent)
  }

  /// The same with an arrow: `▲ +10.9 %`.
  static func signedPercent(_ percent: Ratio) -> String {
    signed(percent, unsignedPercent)
  }

  private static func unsignedPercent(_ percent: Ratio) -> String {
    let size = percent.sign < 0 ? Ratio(0) - percent : percent
    return FigureWords.decimal(size, decimals: size < Ratio(1_000) ? 1 : 0) + " %"
  }

  /// How many cells a text takes, near enough to lay a table out; drawing clips to the cell.
  static func width(_ text: String) -> Int {
    text.reduce(0) { width, character in
      guard let first = character.unicodeScalars.first else { return width }
      let isWide =
        (0x1100...0x115F).contains(first.value) || (0x2E80...0xA4CF).contains(first.value)
        || (0xAC00...0xD7A3).contains(first.value) || (0xF900...0xFAFF).contains(first.value)
        || (0xFF00...0xFF60).contains(first.value) || first.value >= 0x1F300
      return width + (isWide ? 2 : 1)
    }
  }

  /// A text in lines of at most so many cells, near enough, as a table is laid out.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    text.wrapped(columns: columns, width: width)
  }
}
