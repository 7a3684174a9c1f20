import Pipeline
import Testing

@Suite struct StepLineTests {
  /// A Tuesday.
  private let today = day(12, 1)

  private func read(_ line: String, _ words: InputWords = .english) throws -> String {
    let step = try StepLine(line, today: today, words: words)
    let time = step.minuteOfDay.map { " \($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" } ?? ""
    return "\(step.due)\(time) \(step.activity.kind.rawValue) | \(step.activity.text)"
  }

  @Test(arguments: [
    // As the screen writes a day.
    ("call Fri 4 Dec 10:00", "2026-12-04 10:00 call | call"),
    ("call 24 dec 10:00", "2026-12-24 10:00 call | call"),
    ("Fri 4 Dec 11:00", "2026-12-04 11:00 task | "),
    ("call 12 Nov 27", "2027-11-12 call | call"),
    ("demo today 16:30", "2026-12-01 16:30 meeting | demo"),
    ("mail Thu 2026-12-31", "2026-12-31 mail | mail"),
    ("call Mon 30 Nov 2026", "2026-11-30 call | call"),
    // With the words around it that people say.
    ("call CFO on tuesday at 10:30", "2026-12-08 10:30 call | call CFO"),
    ("call CFO fri at 10:00", "2026-12-04 10:00 call | call CFO"),
    ("call Peter tomorrow at 10", "2026-12-02 10:00 call | call Peter"),
    ("tomorrow at 10 call Peter", "2026-12-02 10:00 call | call Peter"),
    ("mail offer in 2 weeks", "2026-12-15 mail | mail offer"),
    ("mail offer in a month", "2027-01-01 mail | mail offer"),
    ("call by fri", "2026-12-04 call | call"),
    ("call 24 December", "2026-12-24 call | call"),
    ("call on the phone, 24th of December 9:05", "2026-12-24 9:05 call | call on the phone"),
    ("mail dec 24", "2026-12-24 mail | mail"),
    ("demo next tue 3pm", "2026-12-08 15:00 meeting | demo"),
    ("demo next fri", "2026-12-11 meeting | demo"),
    ("demo this fri 3:30 pm", "2026-12-04 15:30 meeting | demo"),
    ("call fri next week", "2026-12-11 call | call"),
    ("call next week", "2026-12-08 call | call"),
    ("call +3d 16.30", "2026-12-04 16:30 call | call"),
    ("fri 10.05 call", "2026-12-04 10:05 call | call"),
    ("e-mail offer wed", "2026-12-02 mail | e-mail offer"),
    // In the middle.
    ("call fri 11:00 send contract", "2026-12-04 11:00 call | call send contract"),
    ("meeting 3-12 14:00 board room", "2026-12-03 14:00 meeting | meeting board room"),
    ("call fri about version 1.5", "2026-12-04 call | call about version 1.5"),
    // The last of several days counts, else the first.
    ("mail tue offer fri", "2026-12-04 mail | mail tue offer"),
    ("mon 9:00 call about friday order", "2026-12-07 9:00 call | call about friday order"),
    // A time alone is today's.
    ("call CFO 16:30", "2026-12-01 16:30 call | call CFO"),
    ("16.30 call", "2026-12-01 16:30 call | call"),
    // What only looks like a day or a time stays what it is.
    ("meet at 10 Downing Street fri 14:00", "2026-12-04 14:00 meeting | meet at 10 Downing Street"),
    ("install 3m cable fri", "2026-12-04 task | install 3m cable"),
  ])
  func `a day and a time are read wherever they stand`(line: String, expected: String) throws {
    #expect(try read(line) == expected)
  }

  @Test(arguments: [
    ("bel vr 4 dec 10:00", "2026-12-04 10:00 call | bel"),
    ("bel CFO op vrijdag om 10:00", "2026-12-04 10:00 call | bel CFO"),
    ("mail offerte over 2 weken", "2026-12-15 mail | mail offerte"),
    ("bel over een week", "2026-12-08 call | bel"),
    ("bel 31 maart", "2027-03-31 call | bel"),
    ("bel 3 mrt 9 uur", "2027-03-03 9:00 call | bel"),
    ("bel morgen om 10 uur", "2026-12-02 10:00 call | bel"),
    ("bel volgende week dinsdag 10u30", "2026-12-08 10:30 call | bel"),
    ("bel do 10:00", "2026-12-03 10:00 call | bel"),
    ("bel op zo aan", "2026-12-06 call | bel aan"),
    ("vergadering ma 9:00", "2026-12-07 9:00 meeting | vergadering"),
    ("e-mail offerte wo", "2026-12-02 mail | e-mail offerte"),
    ("terugbellen +2w", "2026-12-15 call | terugbellen"),
    ("afspraak vr 31-12-2027", "2027-12-31 meeting | afspraak"),
  ])
  func `a Dutch line is read in the Dutch way`(line: String, expected: String) throws {
    #expect(try read(line, .dutch) == expected)
  }

  @Test(arguments: [
    ("call CFO", StepLineError.noDay),
    ("", .noDay),
    ("call about march numbers 10:00", .unclearDay("march")),
    ("call dec 10:00", .unclearDay("dec")),
    ("call about 24/7 support 10:00", .unclearDay("24/7")),
    ("mail version 1.5 out at 10:00", .unclearDay("1.5")),
    ("call tue or wed about it", .severalDays("tue", "wed")),
    ("call Thu 4 Dec 10:00", .otherWeekday("Thu", day(12, 4))),
    ("tomorrow 25:00", .notATime("25:00")),
    ("demo 2026-02-30", .notADay("2026-02-30")),
    ("31-4 demo", .notADay("31-4")),
  ])
  func `what may be a day and is not certain is asked, and today is no guess`(
    line: String,
    expected: StepLineError
  ) {
    #expect(throws: expected) { try StepLine(line, today: today, words: .english) }
  }

  @Test func `a word of every day is no weekday amid others`() {
    #expect(throws: StepLineError.unclearDay("zo")) {
      try StepLine("bel zo snel mogelijk om 10:00", today: today, words: .dutch)
    }
  }
}
