import Board

/// Makes a theme of what a file says, and collects what is wrong with it.
struct ThemeReader {
  /// The parts of a theme file.
  private enum Part: String, CaseIterable {
    /// A few words on what it looks like.
    case description
    /// The terminals that it is made for.
    case background
    /// Colours by names of their own.
    case palette
    /// The look of text, by its role.
    case role
    /// What text stands on, and roles that look different there.
    case surface
  }

  private var reader: NodeReader
  private var palette: [String: ThemeColor] = [:]
  /// What is wrong, in the order in which it was met.
  var mistakes: [SettingsMistake] { reader.mistakes }
  /// The description.
  private(set) var summary = ""

  /// A reader that calls the file so.
  init(file: String) {
    reader = NodeReader(file: file)
  }

  /// The theme of a file; of no use where there are mistakes.
  mutating func theme(_ document: SettingsDocument, name: String) -> Theme {
    var theme = Theme(name: name)
    var parts: [Part: SettingsNode] = [:]
    for entry in document.entries {
      if let part = Part(rawValue: entry.name) {
        parts[part] = entry.value
      } else {
        reader.refuse(unknown: entry, .part, Part.allCases.map(\.rawValue))
      }
    }
    if let node = parts[.description] { summary = reader.text(node, of: "description") ?? "" }
    if let node = parts[.background] { readBackground(node, into: &theme) }
    // Looks may use the palette's colours wherever it stands in the file.
    if let node = parts[.palette] { readPalette(node) }
    if let node = parts[.role] { readRoles(node, into: &theme) }
    if let node = parts[.surface] { readSurfaces(node, into: &theme) }
    return theme
  }

  // MARK: Parts

  private mutating func readBackground(_ node: SettingsNode, into theme: inout Theme) {
    let choices = Theme.Background.allCases.map(\.rawValue)
    let word = reader.word(node, of: "background", among: choices)
    theme.background = word.flatMap(Theme.Background.init) ?? .any
  }

  private mutating func readPalette(_ node: SettingsNode) {
    for entry in reader.table(node, of: "palette") {
      if !LookWords.isFree(entry.name) {
        reader.refuse(.reservedColorName(entry.name), at: entry.place)
      }
      guard let text = reader.text(entry.value, of: entry.name) else { continue }
      guard let color = ThemeColor(hex: text) else {
        reader.refuse(.notAColor(text), at: entry.value.place)
        // Who uses it made no second mistake.
        palette[entry.name] = .terminal
        continue
      }
      palette[entry.name] = color
    }
  }

  private mutating func readRoles(_ node: SettingsNode, into theme: inout Theme) {
    for entry in reader.table(node, of: "role") {
      if entry.name == Role.text.name {
        reader.refuse(.textAmongRoles, at: entry.place)
      } else if let role = Role.allCases.first(where: { $0.name == entry.name }) {
        theme.inks[role] = ink(entry)
      } else {
        let known = Role.allCases.filter { $0 != .text }.map(\.name)
        reader.refuse(unknown: entry, .role, known)
      }
    }
  }

  private mutating func readSurfaces(_ node: SettingsNode, into theme: inout Theme) {
    for entry in reader.table(node, of: "surface") {
      if let surface = Surface.allCases.first(where: { $0.name == entry.name }) {
        theme.paints[surface] = paint(entry, inks: theme.inks)
      } else {
        reader.refuse(unknown: entry, .surface, Surface.allCases.map(\.name))
      }
    }
  }

  private mutating func paint(_ surface: SettingsEntry, inks: [Role: Theme.Ink]) -> Theme.Paint {
    var paint = Theme.Paint()
    var background: SettingsEntry?
    var hasText = false
    var isUniform = false
    for entry in reader.table(surface.value, of: surface.name) {
      switch entry.name {
      case "background":
        background = entry
        paint.background = color(entry)
      case Role.text.name:
        hasText = true
        paint.foreground = color(entry)
      case "emphasis":
        paint.attributes = ink(entry, takesColor: false).attributes
      case "uniform":
        isUniform = reader.boolean(entry.value, of: entry.name) ?? false
      default:
        if let role = Role.allCases.first(where: { $0.name == entry.name }) {
          paint.inks[role] = ink(entry)
        } else {
          let known = ["background", "emphasis", "uniform"] + Role.allCases.map(\.name)
          reader.refuse(unknown: entry, .role, known)
        }
      }
    }
    if isUniform {
      // What the roles are elsewhere, without their colours.
      paint.inks.merge(inks.mapValues { Theme.Ink(nil, $0.attributes) }) { own, _ in own }
    }
    if let background, !hasText {
      reader.refuse(.backgroundAlone(surface: surface.name), at: background.place)
    }
    return paint
  }

  // MARK: Looks

  private mutating func color(_ entry: SettingsEntry) -> ThemeColor {
    guard let text = reader.text(entry.value, of: entry.name) else { return .terminal }
    guard case .color(let color)? = LookWords.meaning(of: text[...], palette: palette) else {
      reader.refuse(
        text.hasPrefix("#") ? .notAColor(text) : notALook(text[...]),
        at: entry.value.place
      )
      return .terminal
    }
    return color
  }

  private mutating func ink(_ entry: SettingsEntry, takesColor: Bool = true) -> Theme.Ink {
    var ink = Theme.Ink()
    guard let text = reader.text(entry.value, of: entry.name) else { return ink }
    let place = entry.value.place
    var colorWord: Substring?
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.isEmpty { reader.refuse(.empty(name: entry.name), at: place) }
    for word in words {
      switch LookWords.meaning(of: word, palette: palette) {
      case .emphasis(let attribute)?:
        ink.attributes.insert(attribute)
      case .color(let color)? where takesColor:
        if let first = colorWord {
          reader.refuse(.twoColors(first: String(first), second: String(word)), at: place)
        }
        colorWord = word
        ink.color = color
      case .color?:
        let choices = LookWords.emphases.map(\.name)
        reader.refuse(.notAmong(name: entry.name, value: text, choices: choices), at: place)
      case nil:
        reader.refuse(word.hasPrefix("#") ? .notAColor(String(word)) : notALook(word), at: place)
      }
    }
    return ink
  }

  private func notALook(_ word: Substring) -> SettingsMistake.Reason {
    .notALook(word: String(word), palette: palette.keys.sorted())
  }
}
