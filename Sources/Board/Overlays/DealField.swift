import Pipeline

/// A field of a deal that a form edits.
///
/// Phone and mail belong to the person and not to the deal, so they change no deal.
enum DealField: CaseIterable {
  case title
  case value
  case stage
  case owner
  case organization
  case contact
  case phone
  case mail
  case expectedClose
  case probability
  case category
  case labels

  /// The field's name in the form.
  var label: String {
    switch self {
    case .title: phrase("Title")
    case .value: phrase("Value")
    case .stage: phrase("Stage")
    case .owner: phrase("Owner")
    case .organization: phrase("Organization")
    case .contact: phrase("Person")
    case .phone: phrase("Phone")
    case .mail: phrase("Mail")
    case .expectedClose: phrase("Expected close")
    case .probability: phrase("Probability")
    case .category: phrase("Forecast")
    case .labels: phrase("Labels")
    }
  }

  /// What can be typed, shown while nothing is.
  var hint: String {
    switch self {
    case .title: phrase("what the deal is called")
    case .value: phrase("48k, 1.2m, 7500.50, USD 900; blank: no value")
    case .stage: phrase("a name, the beginning of one, or a number")
    case .owner: phrase("a name or initials; blank: nobody")
    case .organization: phrase("the customer")
    case .contact: phrase("who is dealt with there")
    case .phone: phrase("the person's telephone number")
    case .mail: phrase("the person's mail address")
    case .expectedClose: phrase("fri, +2w, eom, eoq, 31-3; blank: no day")
    case .probability: phrase("0 to 100; blank: the stage's")
    case .category: phrase("omitted, pipeline, best case, commit")
    case .labels: phrase("hot, inbound; +hot, -cold adds and takes away")
    }
  }

  /// What stands in it where the deals of a form for several have different ones.
  var mixedHint: String {
    switch self {
    case .title, .stage, .category: phrase("they differ")
    case .value, .owner, .organization, .contact, .phone, .mail, .expectedClose, .probability,
      .labels:
      phrase("they differ; none clears")
    }
  }

  /// The field of a deal as text that `change(to:of:in:)` reads back.
  func text(of deal: Deal, in board: BoardState) -> String {
    switch self {
    case .title: deal.title
    case .value: deal.value.map(\.description) ?? ""
    case .stage: board.workspace.stage(deal.stage)?.name ?? ""
    case .owner: deal.owner.flatMap { board.workspace.person($0)?.name } ?? ""
    case .organization: deal.organization ?? ""
    case .contact: deal.contact ?? ""
    case .phone: board.knownContact(of: deal)?.phone ?? ""
    case .mail: board.knownContact(of: deal)?.mail ?? ""
    case .expectedClose: deal.expectedClose.map(DayText.full) ?? ""
    case .probability: deal.probability.map { String($0.percent) } ?? ""
    case .category: deal.category.rawValue
    case .labels: deal.labels.joined(separator: ", ")
    }
  }

  /// Whether it is the person's and not the deal's.
  var isOfContact: Bool { self == .phone || self == .mail }

  /// The change that a text asks for; `nil` where the deal is so already.
  ///
  /// Throws what cannot be understood.
  func change(
    to text: String,
    of deal: Deal,
    in board: BoardState
  ) throws(EntryFault) -> DealChange? {
    let text = text.trimmingBlanks
    switch self {
    case .title:
      if text.isEmpty { throw EntryFault(phrase("A deal needs a title.")) }
      return text == deal.title ? nil : .retitled(text)
    case .value: return try value(text, of: deal)
    case .stage: return try stage(text, of: deal, in: board)
    case .owner: return try owner(text, of: deal, in: board)
    case .organization:
      let name = text.isEmpty ? nil : text
      return name == deal.organization ? nil : .organizationSet(name)
    case .contact:
      let name = text.isEmpty ? nil : text
      return name == deal.contact ? nil : .contactSet(name)
    case .phone: return nil
    case .mail:
      guard text.isEmpty || text.contains("@") else {
        throw EntryFault(phrase("A mail address has an @."))
      }
      return nil
    case .expectedClose: return try expectedClose(text, of: deal, in: board)
    case .probability: return try probability(text, of: deal)
    case .category: return try category(text, of: deal)
    case .labels:
      let labels = Self.labels(text, of: deal)
      return labels == deal.labels ? nil : .labelled(labels)
    }
  }
}

extension DealField {
  /// How the text of the field could go on.
  func completion(of text: String, in board: BoardState) -> Completion? {
    switch self {
    case .organization: Completion(of: text, from: board.words(for: .organization))
    case .contact: Completion(of: text, from: board.words(for: .contact))
    case .labels: Completion(ofLastIn: text, from: board.words(for: .label))
    case .owner: Completion(of: text, from: board.words(for: .owner))
    case .stage: Completion(of: text, from: board.words(for: .stage))
    case .category: Completion(of: text, from: board.words(for: .category))
    case .title, .value, .expectedClose, .probability, .phone, .mail: nil
    }
  }
}

/// Why something typed into a field cannot be taken, in a sentence.
struct EntryFault: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}

extension DealField {
  /// The labels that a list asks for; one of `+hot, -cold` adds and takes away instead.
  private static func labels(_ text: String, of deal: Deal) -> [String] {
    let parts = text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    let isEdit =
      !parts.isEmpty && parts.allSatisfy { ["+", "-"].contains($0.first) && $0.count > 1 }
    var labels = isEdit ? deal.labels : []
    for part in parts {
      let label = isEdit ? String(part.dropFirst()).trimmingBlanks : part
      if isEdit, part.hasPrefix("-") {
        labels.removeAll { $0 == label }
      } else if !labels.contains(label) {
        labels.append(label)
      }
    }
    return labels
  }

  private func value(_ text: String, of deal: Deal) throws(EntryFault) -> DealChange? {
    guard !text.isEmpty else {
      return deal.minorUnits == nil ? nil : .valued(nil, deal.currency)
    }
    do throws(AmountError) {
      let money = try AmountParser(currency: deal.currency).money(text)
      return money == deal.value ? nil : .valued(money.minorUnits, money.currency)
    } catch {
      throw EntryFault(error.sentence)
    }
  }

  private func stage(
    _ text: String,
    of deal: Deal,
    in board: BoardState
  ) throws(EntryFault) -> DealChange? {
    guard let pipeline = board.workspace.pipeline(deal.pipeline) else { return nil }
    let stage: Stage
    do throws(NameError) {
      stage = try pipeline.stage(named: text)
    } catch {
      throw EntryFault(error.sentence)
    }
    if stage.id == deal.stage { return nil }
    guard deal.status.isOpen else {
      throw EntryFault(phrase("A closed deal does not move. Reopen it."))
    }
    return .moved(to: stage.id)
  }

  private func owner(
    _ text: String,
    of deal: Deal,
    in board: BoardState
  ) throws(EntryFault) -> DealChange? {
    do throws(NameError) {
      let owner = text.isEmpty ? nil : try board.workspace.people.owner(named: text)
      return owner == deal.owner ? nil : .ownerSet(owner)
    } catch {
      throw EntryFault(error.sentence)
    }
  }

  private func expectedClose(
    _ text: String,
    of deal: Deal,
    in board: BoardState
  ) throws(EntryFault) -> DealChange? {
    guard !text.isEmpty else { return deal.expectedClose == nil ? nil : .expectedCloseSet(nil) }
    guard let day = DayParser(today: board.workspace.today).day(text) else {
      throw EntryFault(phrase("\"\(text)\" names no day. Write fri, +2w, eom or 31-3."))
    }
    return day == deal.expectedClose ? nil : .expectedCloseSet(day)
  }

  private func probability(_ text: String, of deal: Deal) throws(EntryFault) -> DealChange? {
    guard !text.isEmpty else { return deal.probability == nil ? nil : .probabilitySet(nil) }
    let digits = text.hasSuffix("%") ? String(text.dropLast()).trimmingBlanks : text
    guard let percent = Int(digits), let probability = Probability(percent: percent) else {
      throw EntryFault(phrase("Write a whole percent from 0 to 100."))
    }
    return probability == deal.probability ? nil : .probabilitySet(probability)
  }

  private func category(_ text: String, of deal: Deal) throws(EntryFault) -> DealChange? {
    let matches = ForecastCategory.allCases.filter { $0.rawValue.hasPrefix(text.lowercased()) }
    guard matches.count == 1, let category = matches.first else {
      throw EntryFault(phrase("Write omitted, pipeline, best case or commit."))
    }
    return category == deal.category ? nil : .categorySet(category)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
