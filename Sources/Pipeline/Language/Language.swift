/// A language that the board speaks.
public enum Language: String, CaseIterable, Sendable {
  /// English, which all texts are written in.
  case english = "en"
  /// Dutch.
  case dutch = "nl"

  /// The language of what runs now; English where nobody said another.
  ///
  /// It is bound once around a thread's work and not handed to each of the thousand places that
  /// make a text. Nothing that a file, a script or a figure depends on may ask for it.
  @TaskLocal public static var current: Language = .english

  /// The language that a locale's name asks for: `nl_NL.UTF-8`; nil where the board does not speak
  /// it.
  public init?(localeName: some StringProtocol) {
    let code = localeName.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
    self.init(rawValue: code)
  }

  /// What stands between thousands.
  public var groupingSeparator: String {
    switch self {
    case .english: ","
    case .dutch: "."
    }
  }

  /// What stands before decimals.
  public var decimalSeparator: String {
    switch self {
    case .english: "."
    case .dutch: ","
    }
  }

  /// What stands between a currency's sign and an amount in full.
  public var currencySpace: String {
    switch self {
    case .english: ""
    case .dutch: "\u{00A0}"
    }
  }

  /// The texts, by their English keys; nil where texts stay as they are written.
  ///
  /// `%1` in a key and in its text is the first value of the phrase, `%2` the second.
  var texts: [String: String]? {
    switch self {
    case .english: nil
    case .dutch: DutchTexts.all
    }
  }
}
