/// How the person at a customer's is reached.
///
/// A deal names its contact and organization as text; this is what else is known of the two.
public struct Contact: Hashable, Sendable {
  /// The name, as deals have it.
  public let name: String
  /// Where they work, as deals have it; `nil`: not known.
  public let organization: String?
  /// The telephone number as it was written.
  public var phone: String?
  /// The mail address as it was written.
  public var mail: String?

  /// Makes a contact.
  ///
  /// There is at most one for each name and organization, without regard to case.
  public init(
    name: String,
    organization: String? = nil,
    phone: String? = nil,
    mail: String? = nil
  ) {
    self.name = name
    self.organization = organization
    self.phone = phone
    self.mail = mail
  }
}
