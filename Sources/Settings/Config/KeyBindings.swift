import Board

/// The keys that a config gives to commands.
struct KeyBindings {
  private struct Binding {
    /// Where the command is named.
    var place: SourcePlace
    var keys: [(sequence: KeySequence, place: SourcePlace)]
  }

  private var bindings: [Command: Binding] = [:]

  /// Takes the table of keys: commands, each with its keys; none take a command's keys away.
  mutating func read(_ entries: [SettingsEntry], _ reader: inout NodeReader) {
    for entry in entries {
      guard let command = Command(rawValue: entry.name) else {
        reader.refuse(unknown: entry, .command, Command.allCases.map(\.rawValue))
        continue
      }
      guard let texts = reader.texts(entry.value, of: entry.name) else { continue }
      var binding = Binding(place: entry.place, keys: [])
      var isSound = true
      for (text, place) in texts {
        if let sequence = KeySequence(text) {
          binding.keys.append((sequence, place))
        } else {
          reader.refuse(.notKeys(text), at: place)
          isSound = false
        }
      }
      refuseHidden(binding, &reader)
      // Half of what was asked for would be a surprise: the command keeps its own keys.
      if isSound { bindings[command] = binding }
    }
  }

  /// The standard keys with these ones.
  ///
  /// Where two commands want the same keys, one loses what the file gives it: the one that had other
  /// keys before, else the one that the file names last. Each such pair is a mistake.
  mutating func keyMap(_ reader: inout NodeReader) -> KeyMap {
    guard !bindings.isEmpty else { return .standard }
    while true {
      do throws(KeyMap.Clash) {
        return try KeyMap(replacing: bindings.mapValues { $0.keys.map(\.sequence) })
      } catch {
        let both = [error.first, error.second].filter { bindings[$0] != nil }
        let newcomers = both.filter { command in
          !command.defaultKeys.contains { $0.chords.starts(with: error.keys.chords) }
        }
        let last = (newcomers.isEmpty ? both : newcomers).max {
          place(of: $0, error) < place(of: $1, error)
        }
        // Without one of the file's the standard keys clash, which tests keep from happening.
        guard let last else { return .standard }
        reader.refuse(
          .clash(keys: error.keys.description, first: error.first, second: error.second),
          at: place(of: last, error)
        )
        bindings[last] = nil
      }
    }
  }

  /// Where a command's keys stand that are in a clash.
  private func place(of command: Command, _ clash: KeyMap.Clash) -> SourcePlace {
    let start = SourcePlace(line: 1, column: 1)
    guard let binding = bindings[command] else { return start }
    let key = binding.keys.first { $0.sequence.chords.starts(with: clash.keys.chords) }
    return key?.place ?? binding.place
  }

  /// Keys of one command of which the shorter does at once what the longer would.
  private func refuseHidden(_ binding: Binding, _ reader: inout NodeReader) {
    for (index, key) in binding.keys.enumerated() {
      let shorter = binding.keys.enumerated().first { other in
        other.offset != index && key.sequence.chords.starts(with: other.element.sequence.chords)
          && (other.offset < index || key.sequence != other.element.sequence)
      }
      guard let shorter else { continue }
      reader.refuse(
        .hidden(
          keys: key.sequence.description,
          by: shorter.element.sequence.description
        ),
        at: key.place
      )
    }
  }
}
