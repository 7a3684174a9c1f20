import Pipeline

extension LineEntry {
  func contact(
    _ text: String,
    of id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    guard board.workspace[id] != nil else { throw EntryError(phrase("The deal is gone.")) }
    let line: ContactLine
    do { line = try ContactLine(text) } catch {
      switch error {
      case .twoAddresses(let first, let second):
        throw EntryError(
          phrase("\(first) and \(second): one mail address is kept. Leave one.")
        )
      }
    }
    if line.name == nil, line.phone ?? line.mail != nil {
      throw EntryError(phrase("Name the person first: Sam Fischer \(line.text)"))
    }
    guard !board.actsOnSeveral || (line.phone ?? line.mail) == nil else {
      throw EntryError(
        phrase("Of several deals, the name alone: phone and mail are set on one deal.")
      )
    }
    let words = [
      line.name ?? phrase("nobody"), line.phone.map { phrase("phone \($0)") },
      line.mail.map { phrase("mail \($0)") },
    ]
    return Reading(words: words.compactMap(\.self).joined(separator: " · ")) { board, clock in
      guard board.actsOnSeveral else { return board.setContact(line, of: id, clock) }
      return board.setContact(line.name, of: board.subjects(or: id), clock)
    }
  }
}
