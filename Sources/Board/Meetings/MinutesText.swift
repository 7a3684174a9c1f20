public import Pipeline

/// The minutes of meetings in Markdown, for a file, a chat or the clipboard.
public struct MinutesText {
  /// The most points that one list has; what is beyond is counted.
  static let longestList = 30

  let words: MeetingWords
  private let minuteOfDay: (Instant) -> Int

  /// Writes about a pipeline; `minuteOfDay` tells the time on the wall of the workspace's zone.
  public init(words: MeetingWords, minuteOfDay: @escaping (Instant) -> Int) {
    self.words = words
    self.minuteOfDay = minuteOfDay
  }

  /// A day in full: `Tue 31 Mar 2026`.
  func fullDay(_ day: Day) -> String {
    "\(DayText.weekday(day.weekday)) \(day.dayOfMonth) \(DayText.month(day.month)) \(day.year)"
  }

  /// The time of a moment: `9:02`.
  func time(_ moment: Instant) -> String { DayText.time(minuteOfDay(moment)) }

  /// A place in the log: `Mon 30 Mar 2026, 9:04`, or the day alone where that is its end.
  func point(_ point: LogPoint) -> String {
    fullDay(point.day) + (point.moment.map { ", " + time($0) } ?? "")
  }

  /// A place in the log that something is told from: `Mon 30 Mar 2026, 9:04`, or `the end of Sun 29
  /// Mar 2026`, because nothing of that day is told.
  public func start(_ point: LogPoint) -> String {
    point.moment == nil ? phrase("the end of \(fullDay(point.day))") : self.point(point)
  }

  /// Adds points, and how many were left out of a long list.
  func add(_ points: [String], to text: inout MarkdownText) {
    for point in points.prefix(Self.longestList) { text.addPoint(point) }
    let rest = points.count - Self.longestList
    if rest > 0 { text.addPoint(phrase("and \(FigureText.grouped(rest)) more")) }
  }

  /// A piece of news with its deal: `**Acme**, €48,000, Ana Ribeiro: lost, price (by Rita Sato)`.
  func news(_ news: DealNews, naming owner: Bool) -> String {
    let value = news.deal.value.map(MoneyText.full)
    let facts = owner ? words.facts(of: news.deal) : value ?? ""
    let deal =
      MarkdownText.title(news.deal) + (facts.isEmpty ? "" : ", " + MarkdownText.plain(facts))
    let by = words.otherActor(news).map { phrase(" (by \(MarkdownText.plain($0)))") } ?? ""
    return "\(deal): \(MarkdownText.plain(words.news(news.kind)))\(by)"
  }
}
