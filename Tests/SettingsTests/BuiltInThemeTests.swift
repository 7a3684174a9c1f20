import Board
import Foundation
import Testing

@testable import Settings
@testable import Terminal

@Suite struct `The themes inside the program` {
  private let themes = ThemeLibrary().entries.compactMap(\.theme)

  private func theme(_ name: String) throws -> Theme {
    try #require(themes.first { $0.name == name })
  }

  @Test func `are the files of the folder Themes, each without a mistake`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Themes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)

    #expect(Set(BuiltInThemes.files.map { $0.name + ".toml" }) == Set(files))
    #expect(themes.map(\.name) == BuiltInThemes.files.map(\.name))
    for file in BuiltInThemes.files {
      let path = folder.appendingPathComponent(file.name + ".toml")
      #expect(try Data(contentsOf: path) == Data(file.bytes))
    }
  }

  @Test func `are these, the default first`() {
    #expect(
      themes.map(\.name) == [
        "default", "light", "neutral", "nord", "gruvbox", "dracula", "solarized", "catppuccin",
        "high-contrast", "mono",
      ]
    )
  }

  @Test(arguments: ["default", "mono", "neutral"])
  func `leave the terminal's background as it is`(_ name: String) throws {
    #expect(try theme(name).paints[.base]?.background ?? .terminal == .terminal)
  }

  @Test func `have no text that is faint where they paint what it stands on`() {
    for theme in themes {
      #expect(FaintText.found(in: theme).map(\.sentence) == [], "\(theme.name)")
    }
  }

  /// The board itself is not painted there, so the terminals that a theme is made for stand in.
  @Test(
    arguments: [
      ("default", [0x000000, 0x1E1E2E]),
      ("neutral", [0x000000, 0x1E1E1E, 0xFFFFFF]),
    ] as [(String, [UInt32])]
  )
  func `read on the terminals that they are made for`(_ name: String, _ grounds: [UInt32]) throws {
    for role in Role.allCases where role != .rule {
      let color = try theme(name).look(of: Style(role)).foreground
      for ground in grounds {
        guard let contrast = Contrast.ratio(color, .hex(ground)) else { continue }
        #expect(contrast >= Contrast.ofSigns, "\(role.name) on \(String(ground, radix: 16))")
      }
    }
  }

  @Test func `read on 256 colours too`() {
    for theme in themes {
      for surface in Surface.allCases {
        for role in Role.allCases where role != .rule {
          let look = theme.look(of: Style(role, on: surface))
          let contrast = Contrast.ratio(look.foreground.of256, look.background.of256)
          let needed = role == .text || role == .strong ? Contrast.ofText : Contrast.ofSigns
          #expect(contrast ?? 21 >= needed, "\(theme.name): \(role.name) on \(surface.name)")
        }
      }
    }
  }

  @Test func `of high contrast keep seven to one`() throws {
    let theme = try theme("high-contrast")
    for surface in Surface.allCases {
      for role in Role.allCases where role != .rule {
        let look = theme.look(of: Style(role, on: surface))
        #expect(
          try #require(Contrast.ratio(look.foreground, look.background)) >= 7,
          "\(role.name) on \(surface.name)"
        )
      }
    }
  }

  @Test func `without colours name none`() throws {
    let mono = try theme("mono")
    for surface in Surface.allCases {
      for role in Role.allCases {
        let look = mono.look(of: Style(role, on: surface))
        #expect(look.foreground == .terminal && look.background == .terminal)
      }
    }
  }

  @Test func `tell by emphasis what they tell by colour`() throws {
    let mono = try theme("mono")

    #expect(mono.look(of: Style(.text, on: .selection)).attributes == .reverse)
    #expect(mono.look(of: Style(.text, on: .grab)).attributes == [.reverse, .bold])
    #expect(mono.look(of: Style(.strong)).attributes == .bold)
    #expect(mono.look(of: Style(.dim)).attributes == .dim)
  }
}

extension ThemeColor {
  /// What a terminal with 256 colours shows for it.
  fileprivate var of256: ThemeColor {
    switch self {
    case .terminal: return .terminal
    case .rgb(let red, let green, let blue):
      let shown = NearestColor.rgb(
        of256: NearestColor.of256(RGBColor(red: red, green: green, blue: blue))
      )
      return .rgb(red: shown.red, green: shown.green, blue: shown.blue)
    }
  }
}
