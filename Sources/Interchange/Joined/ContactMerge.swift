internal import Pipeline

/// Keeps how a contact is reached as a file says it; what it does not say stays as it is here.
struct ContactMerge {
  /// What became of the contact.
  enum Outcome: Hashable {
    case unchanged
    case new
    case updated
  }

  let outcome: Outcome
  /// The fields whose value here gave way to another.
  private(set) var replaced: [(field: String, ours: String, theirs: String?)] = []

  /// Brings a contact to what is known of it.
  ///
  /// Throws what the store throws.
  init(_ contact: Contact, into target: any ImportTarget) throws {
    // Who has this name and works elsewhere is someone else.
    let known = try target.contact(named: contact.name, at: contact.organization)
      .flatMap { $0.organization == nil && contact.organization != nil ? nil : $0 }
    var wanted = contact
    wanted.phone = contact.phone ?? known?.phone
    wanted.mail = contact.mail ?? known?.mail
    guard wanted.phone != nil || wanted.mail != nil,
      (wanted.phone, wanted.mail) != (known?.phone, known?.mail)
    else {
      outcome = .unchanged
      return
    }
    try target.save(wanted)
    outcome = known == nil ? .new : .updated
    let fields = [("phone", known?.phone, wanted.phone), ("mail", known?.mail, wanted.mail)]
    for (field, ours, theirs) in fields {
      if let ours, ours != theirs { replaced.append((field, ours, theirs)) }
    }
  }

  /// One number or address of a cell, which may hold several apart by commas.
  static func first(_ text: String?) -> String? {
    guard let part = text?.split(separator: ",").first else { return nil }
    let bytes = Array(part.utf8)
    let first = bytes.name(0..<bytes.count)
    return first.isEmpty ? nil : first
  }
}
