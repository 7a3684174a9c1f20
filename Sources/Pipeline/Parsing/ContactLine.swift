/// A person and how they are reached, typed as one line: `Sam Fischer +49 30 901820 sam@falcon.example`.
///
/// The word with an `@` is the mail address. A telephone number begins with the first word that
/// begins with a digit, `+` or `(`, and goes on to the end; what stands before is the name.
public struct ContactLine: Hashable, Sendable {
  /// The name; `nil` where none was typed.
  public var name: String?
  /// The telephone number as it was typed.
  public var phone: String?
  /// The mail address as it was typed.
  public var mail: String?

  /// Why a line cannot be understood.
  public enum Failure: Error, Hashable, Sendable {
    /// Two words have an `@`.
    case twoAddresses(String, String)
  }

  /// Reads a line.
  ///
  /// Throws `.twoAddresses` where more than one word could be the mail address.
  public init(_ text: String) throws(Failure) {
    var name: [Substring] = []
    var phone: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let place = word.firstIndex(of: "@"), place != word.startIndex, word.last != "@" {
        if let mail { throw .twoAddresses(mail, String(word)) }
        mail = String(word)
      } else if !phone.isEmpty || word.first.map(Self.beginsNumber) == true {
        phone.append(word)
      } else {
        name.append(word)
      }
    }
    if !name.isEmpty { self.name = name.joined(separator: " ") }
    if !phone.isEmpty { self.phone = phone.joined(separator: " ") }
  }

  /// Makes a line of what is known; `text` gives it back.
  public init(name: String?, phone: String?, mail: String?) {
    self.name = name
    self.phone = phone
    self.mail = mail
  }

  /// The line as it would be typed.
  public var text: String {
    [name, phone, mail].compactMap(\.self).joined(separator: " ")
  }

  private static func beginsNumber(_ first: Character) -> Bool {
    first == "+" || first == "(" || ("0"..."9").contains(first)
  }
}
