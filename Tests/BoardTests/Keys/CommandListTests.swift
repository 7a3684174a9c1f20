import Pipeline
import Testing

@testable import Board

/// A walk over the list that help, palette, footer and key map come from.
struct CommandListTests {
  @Test(arguments: Command.allCases)
  func `every command has a summary that begins with a verb in capitals`(command: Command) {
    #expect(command.summary.first?.isUppercase == true)
    #expect(command.summary.count <= 56)
    #expect(!command.summary.hasSuffix("."))
  }

  @Test(arguments: Command.allCases)
  func `every command has keys and a place`(command: Command) {
    #expect(!command.defaultKeys.isEmpty)
    #expect(!command.places.isEmpty)
  }

  @Test(arguments: Command.allCases)
  func `every key of a command gives that command at each of its places`(command: Command) {
    for place in command.places {
      for (index, keys) in command.defaultKeys.enumerated() {
        let outcome = KeyMap.standard.outcome(of: keys.chords, at: place)
        #expect(outcome == .match(KeyMap.Match(command: command, index: index)))
      }
    }
  }

  @Test
  func `no two commands have one name or one summary`() {
    let all = Command.allCases

    #expect(Set(all.map(\.rawValue)).count == all.count)
    #expect(Set(all.map(\.summary)).count == all.count)
  }

  @Test(arguments: Command.allCases)
  func `every command is in the help for its place`(command: Command) throws {
    let place = try #require(command.places.first)
    let layer = HelpLayer(place: place == .everywhere ? .board : place, keyMap: .standard)

    #expect(layer.commands.contains(command))
  }

  @Test(arguments: Command.allCases)
  func `every command of the board is in the palette`(command: Command) {
    let isForPalette =
      command.places.contains(.board) || command.places.contains(.everywhere)
    guard isForPalette, ![.palette, .cancel, .focusStage].contains(command) else { return }

    let layer = PaletteLayer(TestBoard.salesTeam().state)

    #expect(layer.commands.contains(command))
  }

  @Test(arguments: Command.allCases)
  func `what cannot be done says why in a sentence`(command: Command) {
    let empty = TestBoard(.fixture([]), options: BoardOptions())
    guard let reason = command.unavailable(in: empty.state) else { return }

    #expect(reason.hasSuffix("."))
    #expect(reason.first?.isUppercase == true)
  }

  @Test(arguments: Command.allCases)
  func `on an empty board no key does harm`(command: Command) {
    for keys in command.defaultKeys {
      var board = TestBoard(.fixture([]))
      for chord in keys.chords { board.act(.key(chord)) }

      #expect(board.requests.isEmpty)
      #expect(board.lines.count == 24)
    }
  }

  @Test(arguments: Command.allCases)
  func `the palette does what the key does`(command: Command) throws {
    let layer = PaletteLayer(TestBoard.salesTeam().state)
    guard layer.commands.contains(command), let keys = command.defaultKeys.first else { return }
    guard command.unavailable(in: TestBoard.salesTeam().state) == nil else { return }
    var typed = TestBoard.salesTeam(columns: 120)
    for chord in keys.chords { typed.act(.key(chord)) }
    var chosen = TestBoard.salesTeam(columns: 120)
    chosen.press(":")
    chosen.type(command.summary)
    chosen.press("enter")

    #expect(chosen.lines == typed.lines)
  }
}
