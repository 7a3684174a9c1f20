public import Board

/// One thing that is wrong with a file of settings, and where.
public struct SettingsMistake: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The file cannot be read; the reason as the end of a sentence.
    case unreadable(String)
    /// The file is larger than a file of settings gets, in kilobytes.
    case tooLarge(kilobytes: Int)
    /// The file is not UTF-8 text.
    case notText
    /// The text is not TOML; TOMLKit's words for why.
    case notTOML(String)
    /// A value stands within more tables and lists than any setting needs.
    case tooDeep
    /// A value of another type than the name takes.
    case wrongType(name: String, wanted: ValueType, found: ValueType)
    /// A name that does not exist, with those that do.
    case unknown(NameKind, name: String, known: [String])
    /// A value that is none of those that its name takes.
    case notAmong(name: String, value: String, choices: [String])
    /// A value that has to say something says nothing.
    case empty(name: String)

    /// A word of a look that is neither a colour nor an emphasis.
    case notALook(word: String, palette: [String])
    /// A look with two colours.
    case twoColors(first: String, second: String)
    /// A colour that is not written as one.
    case notAColor(String)
    /// A palette's name that a look could not tell from a colour or an emphasis.
    case reservedColorName(String)
    /// A surface with a background and no text colour.
    case backgroundAlone(surface: String)
    /// A look for the role of ordinary text, which takes its surface's.
    case textAmongRoles

    /// A currency that does not exist.
    case notACurrency(String)
    /// A time zone that this machine does not know.
    case notATimeZone(String)
    /// Keys that cannot be typed.
    case notKeys(String)
    /// Keys that two commands of one place want.
    case clash(keys: String, first: Command, second: Command)
    /// Keys that can never be typed because other ones of the same command begin them.
    case hidden(keys: String, by: String)
  }

  /// What a name stands for.
  public enum NameKind: String, Hashable, Sendable {
    /// A setting of the config.
    case setting
    /// A command of the board.
    case command
    /// A theme.
    case theme
    /// A role of a theme.
    case role
    /// A surface of a theme.
    case surface
    /// A part of a theme file.
    case part
  }

  /// The types of TOML's values, by the names that people have for them.
  public enum ValueType: String, Hashable, Sendable {
    /// Text.
    case text = "text in quotation marks"
    /// A whole number.
    case integer = "a whole number"
    /// A number with decimals.
    case decimal = "a number"
    /// True or false.
    case boolean = "true or false"
    /// A day, a time, or both.
    case date = "a date or a time"
    /// A list.
    case list = "a list"
    /// A list of texts, or one text.
    case keyList = "a list of keys"
    /// A table.
    case table = "a table"
  }

  /// The file, as people are to be told of it.
  public let file: String
  /// Where in the file; `nil` where it is the file as a whole.
  public let place: SourcePlace?
  /// What is wrong.
  public let reason: Reason

  /// Makes a mistake.
  public init(_ reason: Reason, in file: String, at place: SourcePlace? = nil) {
    self.reason = reason
    self.file = file
    self.place = place
  }
}

extension SettingsMistake.Reason {
  /// Whether nothing of the file can be used because of it.
  public var isOfText: Bool {
    switch self {
    case .unreadable, .tooLarge, .notText, .notTOML, .tooDeep: true
    case .wrongType, .unknown, .notAmong, .empty, .notALook, .twoColors, .notAColor,
      .reservedColorName, .backgroundAlone, .textAmongRoles, .notACurrency, .notATimeZone, .notKeys,
      .clash, .hidden:
      false
    }
  }
}

/// All that is wrong with a file of settings.
public struct SettingsMistakes: Error, Hashable, Sendable {
  /// The mistakes in the order of the file; never empty.
  public let all: [SettingsMistake]

  /// The mistake to begin with.
  public var first: SettingsMistake { all[0] }

  /// Mistakes in any order; `nil` where there is none.
  init?(_ mistakes: [SettingsMistake]) {
    guard !mistakes.isEmpty else { return nil }
    let start = SourcePlace(line: 0, column: 0)
    all = mistakes.enumerated().sorted {
      ($0.element.place ?? start, $0.offset) < ($1.element.place ?? start, $1.offset)
    }.map(\.element)
  }

  /// One mistake.
  init(_ mistake: SettingsMistake) {
    all = [mistake]
  }
}
