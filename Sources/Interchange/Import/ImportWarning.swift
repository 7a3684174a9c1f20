public import Pipeline

/// Something worth knowing about what was imported.
public struct ImportWarning: Hashable, Sendable {
  /// The stable name, such as `conflict`.
  public let code: String
  /// What was found and what was done about it.
  public let message: String
  /// The deal that it is about, if one.
  public let deal: Identifier<Deal>?
  /// The field that it is about, if one, such as `value`.
  public let field: String?
  /// The value here, where it differs from the file's.
  public let ours: String?
  /// The value in the file.
  public let theirs: String?

  /// Makes a warning.
  init(
    code: String,
    message: String,
    deal: Identifier<Deal>? = nil,
    field: String? = nil,
    ours: String? = nil,
    theirs: String? = nil
  ) {
    self.code = code
    self.message = message
    self.deal = deal
    self.field = field
    self.ours = ours
    self.theirs = theirs
  }
}

extension ImportWarning {
  static func encodingFallback(_ file: String) -> ImportWarning {
    ImportWarning(
      code: "encoding_fallback",
      message:
        "\(file) is not UTF-8 and was read as Windows-1252. If letters look wrong, save it as"
        + " \"CSV UTF-8\" and import it again."
    )
  }

  static func stagesUnknown(_ names: [String]) -> ImportWarning {
    ImportWarning(
      code: "stages_unused",
      message:
        "No pipeline of the file has a deal in \(names.someListed), so the order given made no such"
        + " \(names.count == 1 ? "stage" : "stages"). `dealboard stages add` adds one to a pipeline."
    )
  }

  static func columnsUnused(_ names: [String], _ file: String) -> ImportWarning {
    let what =
      names.count == 1
      ? "the column \(names.someListed): its name"
      : "the columns \(names.someListed): their names"
    return ImportWarning(
      code: "columns_unused",
      message: "\(file): nothing was taken from \(what) \(names.count == 1 ? "says" : "say")"
        + " nothing to an import."
    )
  }

  static func assigneesNotKept(_ file: String) -> ImportWarning {
    ImportWarning(
      code: "assignees_not_kept",
      message: "\(file): whom activities are assigned to was not taken: they belong to their deals'"
        + " owners."
    )
  }

  static func columnDoubled(_ doubled: DoubledColumn, _ file: String) -> ImportWarning {
    let others = doubled.others.quoted
    return ImportWarning(
      code: "column_doubled",
      message: "\(file): \"\(doubled.used.shortened(to: 60))\" was used; nothing was taken from"
        + " \(others), which \(doubled.others.count == 1 ? "means" : "mean") the same."
    )
  }

  static func valueColumnMissing(_ file: String) -> ImportWarning {
    ImportWarning(
      code: "value_column_missing",
      message: "\(file) has no column that gives the deals' values, so none has one. Call it"
        + " \"Value\", undo this import and import the file again."
    )
  }

  static func closedWithoutDay(_ count: Int) -> ImportWarning {
    ImportWarning(
      code: "closing_day_unknown",
      message: "\(count) won or lost \(count == 1 ? "deal has" : "deals have") no closing day; the"
        + " last day known of each was taken. Add a column \"Deal closed on\" to say it."
    )
  }

  static func closedWithoutStage(_ count: Int) -> ImportWarning {
    ImportWarning(
      code: "closing_stage_unknown",
      message: "The file does not say in which stage \(count) closed"
        + " \(count == 1 ? "deal" : "deals") stood: won ones count as having stood in the last one,"
        + " lost ones in the first."
    )
  }

  static func datedLater(_ count: Int, _ kind: FileKind) -> ImportWarning {
    let what =
      kind == .notes
      ? count == 1 ? "note" : "notes" : count == 1 ? "activity" : "activities"
    return ImportWarning(
      code: "dated_later",
      message: "\(count) \(what) happened before the last event of \(count == 1 ? "its" : "their")"
        + " deal and \(count == 1 ? "is" : "are") dated by that one, with the day itself in front"
        + " of the text."
    )
  }

  static func contactChanged(
    _ name: String,
    _ field: String,
    ours: String,
    _ theirs: String?,
    _ place: String
  ) -> ImportWarning {
    ImportWarning(
      code: "contact_changed",
      message: "\(place): the \(field) of \(name.shortened(to: 60)) was \(ours.shortened(to: 60))"
        + " here and is now \(theirs?.shortened(to: 60) ?? "nothing").",
      field: field,
      ours: ours,
      theirs: theirs
    )
  }

  /// `isClosed`: the deal has the value that the file had, and only keeps it because it is closed.
  static func conflict(
    field: String,
    title: String,
    deal: Identifier<Deal>,
    ours: String?,
    theirs: String?,
    isClosed: Bool,
    place: String
  ) -> ImportWarning {
    func words(_ value: String?) -> String {
      value.map { "\"\($0.shortened(to: 60))\"" } ?? "nothing"
    }
    let name = field == "expected_close" ? "expected close" : field
    let title = "\"\(title.shortened(to: 60))\""
    let message =
      isClosed
      ? "the \(name) of \(title) is \(words(theirs)) in the file. The deal is closed here and keeps"
        + " \(words(ours)); reopen deal \(deal) to move it."
      : "the \(name) of \(title) was changed here to \(words(ours)) and in the file to"
        + " \(words(theirs)). Ours stays; edit deal \(deal) to take the other."
    return ImportWarning(
      code: "conflict",
      message: "\(place): \(message)",
      deal: deal,
      field: field,
      ours: ours,
      theirs: theirs
    )
  }
}
