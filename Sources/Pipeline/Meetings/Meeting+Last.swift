extension Sequence<Meeting> {
  /// Where in the log the last meeting of a kind and scope ended, as known at the end of a day: what
  /// the next one looks back to.
  ///
  /// `scope` is an owner's name; empty: the whole team. `nil` where none was held by then.
  public func lastEnd(of kind: Meeting.Kind, scope: String = "", asOf day: Day) -> LogPoint? {
    filter { $0.kind == kind && $0.day <= day && FoldedText($0.scope) == FoldedText(scope) }
      .max { ($0.day, $0.at) < ($1.day, $1.at) }
      .map { LogPoint(day: $0.day, moment: $0.at) }
  }
}

extension Standup {
  /// Where a standup looks back to before which none was held: to the beginning of the day before, so
  /// that a summary that is written every morning tells what was done the day before.
  public static func firstLook(on day: Day) -> LogPoint { .end(of: day - 2) }
}
