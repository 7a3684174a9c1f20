import Pipeline

extension Command {
  /// Words that it is found by besides its summary: its name in configs, and what people call it.
  var keywords: [String] {
    [rawValue.split(separator: "-").joined(separator: " ")]
      + (Self.synonyms[self] ?? []).map(phrase)
  }

  private static let synonyms: [Command: [Phrase]] = [
    .win: ["won", "close won"],
    .winWith: ["won", "close won", "date back"],
    .lose: ["lost", "close lost", "drop the deal"],
    .reopen: ["open again"],
    .delete: ["remove"],
    .grab: ["pick up", "carry", "move"],
    .sendOn: ["move right", "next stage"],
    .sendBack: ["move left", "previous stage"],
    .open: ["details", "history", "timeline", "show"],
    .add: ["new", "create"],
    .edit: ["change fields"],
    .nextStep: ["plan", "activity", "task", "follow up"],
    .note: ["comment", "remark"],
    .value: ["amount", "price", "money"],
    .expectedClose: ["date", "close date"],
    .editNotes: ["$EDITOR", "VISUAL", "vim", "description"],
    .contact: ["telephone", "mail address", "customer", "reach"],
    .copyContact: ["telephone", "mail address", "call"],
    .handOver: ["assign", "reassign", "transfer", "owner leaves"],
    .goOwners: ["away", "absent", "team", "salespeople"],
    .mark: ["select", "tag"],
    .markColumn: ["select the column"],
    .markAll: ["select all"],
    .filter: ["search", "find"],
    .savedFilters: ["views"],
    .owner: ["person", "salesperson"],
    .past: ["as of", "history", "time travel"],
    .mine: ["my deals", "who am i"],
    .sort: ["order"],
    .density: ["zoom", "card height", "compact"],
    .collapse: ["fold", "hide the stage"],
    .sidebar: ["metrics", "figures", "numbers"],
    .theme: ["colours", "colors", "dark", "light"],
    .undo: ["take back"],
    .quit: ["exit", "leave"],
    .help: ["keys"],
  ]
}
