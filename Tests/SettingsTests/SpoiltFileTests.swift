import Board
import Testing

@testable import Settings

@Suite struct `Spoilt files` {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `of themes are read or refused with a place inside them`(_ seed: UInt64) throws {
    var mutator = Mutator(seed: seed)
    let sources = BuiltInThemes.files.map(\.bytes)
    var refused = 0
    for round in 0..<500 {
      let bytes = mutator.spoilt(sources[round % sources.count])
      do throws(SettingsMistakes) {
        _ = try ThemeFile(bytes, name: "spoilt", file: "spoilt.toml")
      } catch {
        refused += 1
        expectPlaces(of: error.all, inside: bytes)
      }
    }

    // Some mutations only touch comments, or leave a shorter theme that is one.
    #expect(refused > 250)
  }

  /// Where TOMLKit takes a text, the outline must have seen all of it: it is what keeps a text from
  /// going deeper than the stack.
  @Test(arguments: [5, 6] as [UInt64])
  func `that are TOML all the same have a place for every key`(_ seed: UInt64) {
    var mutator = Mutator(seed: seed)
    let sources = BuiltInThemes.files.map(\.bytes)
    for round in 0..<500 {
      let bytes = mutator.spoilt(sources[round % sources.count])
      guard let document = try? SettingsDocument(bytes, file: "") else { continue }
      for entry in document.entries {
        #expect(document.outline.entries[[.key(entry.name)]] != nil, "\(document.text)")
        guard case .table(let inner) = entry.value.content else { continue }
        for name in inner.map(\.name) {
          let path: [TOMLOutline.Step] = [.key(entry.name), .key(name)]
          #expect(document.outline.entries[path] != nil, "\(document.text)")
        }
      }
    }
  }

  @Test(arguments: [7, 8] as [UInt64])
  func `of settings are read as far as they can be`(_ seed: UInt64) {
    let config = """
      # Mine.
      as = "Ana"
      currency = 'usd'
      theme = "nord" # cold
      mouse = false
      density = "line"

      [keys]
      win = ["ctrl-w", "g w"]
      quit = "Q"
      "focus-left" = []
      """
    var mutator = Mutator(seed: seed)
    for _ in 0..<500 {
      let bytes = mutator.spoilt(Array(config.utf8))

      let read = ConfigFile(bytes, file: "spoilt.toml", rules: .forTests)

      expectPlaces(of: read.mistakes, inside: bytes)
      #expect(throws: Never.self) { try KeyMap(replacing: read.config.keyMap.changes) }
    }
  }

  private func expectPlaces(of mistakes: [SettingsMistake], inside bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
    for mistake in mistakes {
      guard let place = mistake.place else { continue }
      // The end of the file may be told as the line after the last.
      #expect((1...(lines.count + 1)).contains(place.line), "\(mistake)")
      #expect(place.column >= 1, "\(mistake)")
      #expect(!mistake.sentence.isEmpty)
    }
  }
}

extension KeyMap {
  /// All its keys, by command.
  fileprivate var changes: [Command: [KeySequence]] {
    Dictionary(uniqueKeysWithValues: Command.allCases.map { ($0, keys(of: $0)) })
  }
}
