import Pipeline

/// How the person of a deal is reached, as the store handed it over.
struct LoadedContact: Sendable {
  let deal: Identifier<Deal>
  let contact: Contact?
}

/// Whose phone and mail a store is asked for.
struct ContactQuestion: Hashable, Sendable {
  let deal: Identifier<Deal>
  let name: String?
  let organization: String?
}

extension BoardState {
  /// How the person of a deal is reached; `nil` where nobody knows, or it was not read yet.
  func knownContact(of deal: Deal) -> Contact? {
    if let contact, contact.deal == deal.id { return contact.contact }
    guard case .day(let report)? = reports[.screen]?.report else { return nil }
    return report.contacts[deal.id]
  }

  /// Asks how the person of the deal is reached whose fields are shown, also once another one is
  /// named.
  mutating func contactEffects() -> [Effect] {
    let shown = layers.topmost(DealLayer.self)?.deal ?? layers.topmost(ReviewLayer.self)?.shownDeal
    guard let id = shown, let deal = actual[id] ?? workspace[id] else {
      contactQuestion = nil
      return []
    }
    let question = ContactQuestion(
      deal: id,
      name: deal.contact,
      organization: deal.organization
    )
    guard question != contactQuestion else { return [] }
    contactQuestion = question
    return [.loadContact(id)]
  }

  mutating func contactArrived(_ contact: Contact?, of deal: Identifier<Deal>) {
    self.contact = LoadedContact(deal: deal, contact: contact)
    guard case .day(var report)? = reports[.screen]?.report else { return }
    report.contacts[deal] = contact
    reports[.screen]?.report = .day(report)
    reports[.screen]?.answer?.report = .day(report)
  }

  /// Opens the line that says who is dealt with at the customer's and how they are reached; of
  /// several deals, who alone.
  mutating func editContact() -> [Effect] {
    guard !actsOnSeveral else {
      layers.push(LineLayer(contactOfMarked: self))
      return []
    }
    guard let deal = subjects.first else { return [] }
    layers.push(LineLayer(.contact(deal.id), text: contactLine(of: deal).text, isSelected: true))
    return [.loadContact(deal.id)]
  }

  /// The person of a deal and how they are reached, as a line to edit.
  func contactLine(of deal: Deal) -> ContactLine {
    let known = knownContact(of: deal)
    return ContactLine(name: deal.contact, phone: known?.phone, mail: known?.mail)
  }

  /// Names the person of a deal and keeps how they are reached.
  mutating func setContact(
    _ line: ContactLine,
    of id: Identifier<Deal>,
    _ clock: BoardClock
  ) -> [Effect] {
    guard let deal = workspace[id] else { return [] }
    let edit = contactEdit(line, of: deal)
    guard line.name != deal.contact else { return edit.map { save($0, of: id) } ?? [] }
    return act(
      on: [deal],
      words: { .contactSet($0, to: line.name) },
      changes: { _ in [(.contactSet(line.name), clock.today)] },
      contact: edit,
      clock
    )
  }

  /// What a line says of how somebody is reached; `nil` where it says nothing new.
  private func contactEdit(_ line: ContactLine, of deal: Deal) -> ContactEdit? {
    guard let name = line.name else { return nil }
    // Somebody else may be known already: what the line leaves out is then left as it is.
    let isOther = name.lowercased() != deal.contact?.lowercased()
    let known = isOther ? nil : knownContact(of: deal)
    var edit = ContactEdit(name: name, organization: deal.organization)
    if line.phone != known?.phone { edit.phone = .some(line.phone) }
    if line.mail != known?.mail { edit.mail = .some(line.mail) }
    return edit.phone != nil || edit.mail != nil ? edit : nil
  }

  /// Names the person of several deals.
  mutating func setContact(
    _ name: String?,
    of deals: [Deal],
    _ clock: BoardClock
  ) -> [Effect] {
    act(
      on: deals,
      words: { .contactSet($0, to: name) },
      changes: { $0.contact == name ? [] : [(.contactSet(name), clock.today)] },
      clock
    )
  }

  /// Keeps how the person of a deal is reached, where no step goes with it.
  mutating func save(_ edit: ContactEdit, of deal: Identifier<Deal>) -> [Effect] {
    if let readOnlyReason { return refuse(readOnlyReason) }
    let ways = [edit.phone ?? nil, edit.mail ?? nil].compactMap(\.self)
    let what = ways.isEmpty ? phrase("not known any more") : ways.joined(separator: ", ")
    let request = RecordRequest.contact(edit, of: deal, done: "\(edit.name): \(what)")
    lastChange = .single(summary: request.summary, by: .contact)
    return keep(request)
  }

  /// Says what is on the clipboard, unless whoever put it there has said so.
  mutating func copied(_ text: String) {
    // Of several lines the status line would show the first as if it were all.
    let lines = text.split(whereSeparator: \.isNewline).count
    if lines < 2 {
      message = Message(.done, phrase("Copied: \(text)"))
    } else if message == nil {
      message = Message(.done, phrase("Copied \(lines) lines"))
    }
  }

  /// Copies the phone number of the focused deal's person, else the mail address; once more, the
  /// other of the two.
  mutating func copyContact() -> [Effect] {
    guard let deal = focusedDeal else { return [] }
    let key = key(of: .contact)
    guard let name = deal.contact else {
      return refuse(phrase("\(deal.title) names no person: \(key) sets person, phone and mail."))
    }
    let contact = knownContact(of: deal)
    guard let first = contact?.phone ?? contact?.mail else {
      return refuse(
        phrase(
          "Neither phone nor mail of \(name) is known: \(key) sets person, phone and mail."
        )
      )
    }
    let isAgain = lastCopied == first
    let text = isAgain ? contact?.mail ?? first : first
    lastCopied = text
    return [.copy(text)]
  }
}
