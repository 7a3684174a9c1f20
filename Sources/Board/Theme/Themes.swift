/// The themes that a board can be drawn in.
///
/// Each is made when it is asked for: reading the files of all of them would take as long as the rest
/// of the start.
public struct Themes: Sendable {
  /// The names, in the order in which one walks through them.
  public let names: [String]
  private let make: @Sendable (String) -> Theme?

  /// Themes of these names; `make` gives `nil` for one that cannot be used.
  public init(names: [String], make: @escaping @Sendable (String) -> Theme?) {
    self.names = names
    self.make = make
  }

  /// These themes.
  public init(_ themes: [Theme] = []) {
    self.init(names: themes.map(\.name)) { name in themes.first { $0.name == name } }
  }

  /// The same with those names only that pass a test.
  public func filter(_ passes: (String) -> Bool) -> Themes {
    Themes(names: names.filter(passes), make: make)
  }

  /// The theme of a name; `nil` where there is none, or it cannot be used.
  subscript(name: String) -> Theme? {
    names.contains(name) ? make(name) : nil
  }

  /// The first that can be used; a plain one where none can.
  var first: Theme { next(from: names) ?? Theme(name: "plain") }

  /// The next after a theme that can be used, or that one again where there is no other.
  func after(_ theme: Theme) -> Theme {
    let place = names.firstIndex(of: theme.name) ?? names.count - 1
    return next(from: names[(place + 1)...] + names[..<max(place, 0)]) ?? theme
  }

  private func next(from names: some Sequence<String>) -> Theme? {
    names.lazy.compactMap(make).first
  }
}
