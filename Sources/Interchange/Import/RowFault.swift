internal import Pipeline

/// What is wrong with one row.
struct RowFault: Error {
  /// The stable name, such as `unknown_stage`.
  let code: String
  /// What is wrong and what to do, in sentences.
  let sentence: String

  init(code: String, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }

  init(_ fault: ValueFault, text: String) {
    self.init(code: fault.code, fault.sentence(for: text))
  }

  init(_ violation: DealRuleViolation, _ sentence: String) {
    self.init(code: violation.code, sentence)
  }

  static func columnCount(_ found: Int, of expected: Int) -> RowFault {
    RowFault(
      code: "column_count",
      "the row has \(found) \(found == 1 ? "field" : "fields"), the header \(expected). Check its"
        + " separators and quotes."
    )
  }

  static func unknownStage(_ name: String, in pipeline: String) -> RowFault {
    let map = "--stage-map '\(name.shortened(to: 40))=STAGE'"
    return RowFault(
      code: DealRuleViolation.unknownStage.code,
      name.isEmpty
        ? "the row names no stage. Fill in its stage."
        : "\"\(name.shortened(to: 60))\" is not a stage of \(pipeline). Add the stage, or say which"
          + " one it is with \(map)."
    )
  }

  static func unknownStatus(_ name: String) -> RowFault {
    RowFault(
      code: "unknown_status",
      "\"\(name.shortened(to: 60))\" is not a status. Write open, won or lost."
    )
  }

  static func closedBeforeCreated(_ closed: Day, _ created: Day) -> RowFault {
    RowFault(
      code: "closed_before_created",
      "the deal is closed on \(closed), before it was created on \(created). Correct one of them."
    )
  }

  static func invalidID(_ text: String) -> RowFault {
    RowFault(
      code: "invalid_id",
      "\"\(text.shortened(to: 60))\" is not an id: Pipedrive's are whole numbers. Leave it blank"
        + " where there is none."
    )
  }

  static func duplicateID(_ text: String) -> RowFault {
    RowFault(
      code: "duplicate_id",
      "an earlier row has the id \(text.shortened(to: 60)) already. Remove one of them."
    )
  }

  static let emptyTitle = RowFault(.emptyTitle, "the row has no title. Give the deal one.")
}
