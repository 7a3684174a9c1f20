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
    /// The theme, or what is wrong with its file.
    public let content: Result<ThemeFile, SettingsMistakes>
    /// Its file's bytes; empty where it cannot be read.
    public let bytes: [UInt8]

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
      Entry(
        name: file.name,
        origin: .file(file.path),
        content: Self.content(of: file),
        bytes: (try? file.bytes.get()) ?? []
      )
    }
    let builtIn = BuiltInThemes.files.map { file in
      own.first { $0.name == file.name } ?? Self.builtIn(file.name, file.bytes)
    }
    let others = own.filter { file in !BuiltInThemes.files.contains { $0.name == file.name } }
    entries = builtIn + others
  }

  /// The themes that can be used; where a user's own has a mistake, the one inside the program of
  /// that name, if there is one.
  public var themes: [Theme] {
    entries.compactMap { entry in
      if let theme = entry.theme { return theme }
      let file = BuiltInThemes.files.first { $0.name == entry.name }
      return file.flatMap { Self.builtIn($0.name, $0.bytes).theme }
    }
  }

  /// The theme of a name.
  public func entry(named name: String) -> Entry? {
    entries.first { $0.name == name }
  }

  private static func builtIn(_ name: String, _ bytes: [UInt8]) -> Entry {
    Entry(
      name: name,
      origin: .builtIn,
      content: content(bytes, name: name, file: name + ".toml"),
      bytes: bytes
    )
  }

  private static func content(of file: UserFile) -> Result<ThemeFile, SettingsMistakes> {
    switch file.bytes {
    case .success(let bytes): content(bytes, name: file.name, file: file.path)
    case .failure(let unreadable):
      .failure(SettingsMistakes(SettingsMistake(.unreadable(unreadable.reason), in: file.path)))
    }
  }

  private static func content(
    _ bytes: [UInt8],
    name: String,
    file: String
  ) -> Result<ThemeFile, SettingsMistakes> {
    do {
      return .success(try ThemeFile(bytes, name: name, file: file))
    } catch {
      return .failure(error)
    }
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
