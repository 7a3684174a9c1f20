import Pipeline

/// Finds the one thing that a person means by what they typed.
struct NameMatch<Item> {
  /// What the things are called, in the singular: `deal`.
  let kind: String
  /// What there is, in the order in which it is listed.
  let items: [Item]
  /// A thing's name.
  let name: (Item) -> String
  /// How a candidate is mentioned; `nil`: by its name.
  var mention: ((Item) -> String)?

  /// The thing of this name, else the only one whose name begins so.
  ///
  /// Throws `.usage` with the candidates where none or several fit.
  func find(_ text: String) throws(CommandFailure) -> Item {
    let found = NameSearch(items, names: { [name($0)] }).found(text)
    if let only = found.first, found.count == 1 { return only }
    throw found.isEmpty ? unknown(text) : ambiguous(text, found)
  }

  private func unknown(_ text: String) -> CommandFailure {
    let verb = items.count == 1 ? "is" : "are"
    let known = items.isEmpty ? "There is none yet." : "There \(verb) \(list(items))."
    return CommandFailure(.usage, "No \(kind) is called \"\(text)\". \(known)")
  }

  /// Things that have a mention of their own are told apart by more than their names.
  private var advice: String { mention == nil ? "Write more of the name." : "Give its number." }

  private func ambiguous(_ text: String, _ fitting: [Item]) -> CommandFailure {
    CommandFailure(
      .usage,
      "\"\(text)\" may be more than one \(kind): \(list(fitting)). \(advice)"
    )
  }

  private func list(_ items: [Item]) -> String {
    items.map(mention ?? name).listed
  }
}
