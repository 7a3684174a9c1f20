/// How a person at a customer's is to be reached from now on.
public struct ContactEdit: Hashable, Sendable {
  /// The name, as deals have it.
  public var name: String
  /// Where they work, as deals have it.
  public var organization: String?
  /// The telephone number; `.some(nil)` forgets it, `nil` leaves it as it is known.
  public var phone: String??
  /// The mail address; `.some(nil)` forgets it, `nil` leaves it as it is known.
  public var mail: String??

  /// Makes an edit that leaves what it does not name.
  public init(
    name: String,
    organization: String? = nil,
    phone: String?? = nil,
    mail: String?? = nil
  ) {
    self.name = name
    self.organization = organization
    self.phone = phone
    self.mail = mail
  }

  /// What is known after it, of somebody of whom this much was known.
  public func applied(to known: Contact?) -> Contact {
    Contact(
      name: name,
      organization: organization,
      phone: phone ?? known?.phone,
      mail: mail ?? known?.mail
    )
  }
}
