import Glibc

/// The locale that says which characters the terminal shows and how wide they are.
public enum CharacterLocale {
  /// Activates the locale that the environment names (LC_ALL, LC_CTYPE, LANG) for characters, and for nothing else.
  ///
  /// A name that ends in UTF-8 but is not installed, as over ssh into a small server, still says
  /// what the terminal can show: C.UTF-8 then stands in.
  ///
  /// - Parameter environment: The value of an environment variable; nil where it is not set.
  public static func activate(environment: (String) -> String?) {
    let name = name(environment: environment)
    if setlocale(LC_CTYPE, name) != nil { return }
    setlocale(LC_CTYPE, endsInUTF8(name) ? "C.UTF-8" : "C")
  }

  /// Whether the active locale is one of UTF-8.
  public static var isUnicode: Bool {
    guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: codeset) == "UTF-8"
  }

  static func name(environment: (String) -> String?) -> String {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = environment(variable), !value.isEmpty { return value }
    }
    return "C"
  }

  static func endsInUTF8(_ name: String) -> Bool {
    let codeset = name.prefix { $0 != "@" }.uppercased()
    return codeset.hasSuffix("UTF-8") || codeset.hasSuffix("UTF8")
  }
}
