public import Board

/// All themes there are: those inside the program, and the user's own, which win by name.
public struct ThemeLibrary: Sendable {
  /// Where a theme comes from.
  public enum Origin: Hashable, Sendable {
    /// From inside the program.
    case builtIn
    /// From a file of the user's, by its path.
    case file(String)
  }

  /// A theme, or why it cannot be used.
  public struct Entry: Sendable {
    /// The name it is chosen by.
    public let name: String
    /// Where it comes from.
    public let origin: Origin
    fileprivate let file: Result<[UInt8], UnreadableFile>

    /// Its file's bytes; empty where it cannot be read.
    public var bytes: [UInt8] { (try? file.get()) ?? [] }

    /// The theme, or what is wrong with its file; read anew each time.
    public var content: Result<ThemeFile, SettingsMistakes> {
      let path =
        switch origin {
        case .builtIn: name + ".toml"
        case .file(let path): path
        }
      switch file {
      case .success(let bytes):
        return Result { () throws(SettingsMistakes) in
          try ThemeFile(bytes, name: name, file: path)
        }
      case .failure(let unreadable):
        let mistake = SettingsMistake(.unreadable(unreadable.reason), in: path)
        return .failure(SettingsMistakes(mistake))
      }
    }

    /// The theme, where its file has no mistake.
    public var theme: Theme? { (try? content.get())?.theme }
  }

  /// A file of the user's own that may be a theme.
  public struct UserFile: Sendable {
    /// Its path.
    public var path: String
    /// Its bytes, or why they cannot be read, as the end of a sentence.
    public var bytes: Result<[UInt8], UnreadableFile>

    /// Makes a file.
    public init(path: String, bytes: Result<[UInt8], UnreadableFile>) {
      self.path = path
      self.bytes = bytes
    }

    /// The name of its theme: that of the file, without its ending.
    public var name: String {
      let file = path.split(separator: "/").last ?? ""
      return String(file.hasSuffix(".toml") ? file.dropLast(5) : file)
    }
  }

  /// The themes: those inside the program in their order, the user's own of that name in their
  /// place; then the user's others, as they were handed in.
  public let entries: [Entry]

  /// The names of the themes inside the program, the default first.
  public static var builtInNames: [String] { BuiltInThemes.files.map(\.name) }

  /// The themes inside the program, and the user's own.
  public init(_ userFiles: [UserFile] = []) {
    let own = userFiles.map { file in
      Entry(name: file.name, origin: .file(file.path), file: file.bytes)
    }
    let builtIn = BuiltInThemes.files.map { file in
      own.first { $0.name == file.name } ?? Entry(builtIn: file)
    }
    let others = own.filter { file in !BuiltInThemes.files.contains { $0.name == file.name } }
    entries = builtIn + others
  }

  /// The theme to be used under a name: where a user's own has a mistake, the one inside the program
  /// of that name; `nil` where there is none that can be used.
  @Sendable public func theme(named name: String) -> Theme? {
    if let theme = entry(named: name)?.theme { return theme }
    return BuiltInThemes.files.first { $0.name == name }.flatMap { Entry(builtIn: $0).theme }
  }

  /// What there is under a name.
  public func entry(named name: String) -> Entry? {
    entries.first { $0.name == name }
  }
}

extension ThemeLibrary.Entry {
  fileprivate init(builtIn file: (name: String, bytes: [UInt8])) {
    self.init(name: file.name, origin: .builtIn, file: .success(file.bytes))
  }
}

/// A file that cannot be read.
public struct UnreadableFile: Error, Hashable, Sendable {
  /// Why, as the end of a sentence: "permission denied".
  public let reason: String

  /// Makes one.
  public init(_ reason: String) {
    self.reason = reason
  }
}
