/// Which key sequence gives which command, at each place of the program.
public struct KeyMap: Hashable, Sendable {
  /// A command, and which of its keys asked for it.
  public struct Match: Hashable, Sendable {
    /// The command.
    public let command: Command
    /// The place of the key among the command's keys, from 0: `3` among `1` to `9` is 2.
    public let index: Int
  }

  /// What typed chords come to.
  public enum Outcome: Hashable, Sendable {
    /// A command.
    case match(Match)
    /// The beginning of one or more sequences.
    case unfinished
    /// Nothing.
    case none
  }

  /// One sequence that two commands of one place want.
  public struct Clash: Error, Hashable, Sendable {
    /// The sequence, or the shorter of two of which one begins the other.
    public let keys: KeySequence
    /// The command that had it.
    public let first: Command
    /// The command that wants it too.
    public let second: Command
  }

  private var keys: [Command: [KeySequence]] = [:]
  private var labels: [Command: String] = [:]
  private var matches: [Place: [KeySequence: Match]] = [:]

  /// The keys that a board comes with.
  public static let standard: KeyMap = KeyMap(checked: [:])

  /// The standard keys, with other ones for some commands; an empty list takes a command's keys
  /// away.
  ///
  /// Throws the first clash.
  public init(replacing changes: [Command: [KeySequence]] = [:]) throws(Clash) {
    self.init(checked: changes)
    if let clash = firstClash() { throw clash }
  }

  private init(checked changes: [Command: [KeySequence]]) {
    for command in Command.allCases {
      let sequences = changes[command] ?? command.defaultKeys
      keys[command] = sequences
      labels[command] = sequences.first?.label
      for (index, sequence) in sequences.enumerated() {
        for place in command.places where matches[place]?[sequence] == nil {
          matches[place, default: [:]][sequence] = Match(command: command, index: index)
        }
      }
    }
  }

  /// The keys of a command, the first being the one to show; may be empty.
  public func keys(of command: Command) -> [KeySequence] {
    keys[command] ?? []
  }

  /// The key to show for a command; `nil` where it has none.
  public func label(of command: Command) -> String? { labels[command] }

  /// What chords come to at a place, with what is understood everywhere.
  public func outcome(of chords: [Chord], at place: Place) -> Outcome {
    guard let sequence = KeySequence(chords: chords) else { return .none }
    for place in place.chain {
      if let match = matches[place]?[sequence] { return .match(match) }
    }
    return continuations(of: chords, at: place).isEmpty ? .none : .unfinished
  }

  /// The commands that chords may still come to at a place, in the order of the list.
  public func continuations(of chords: [Chord], at place: Place) -> [(KeySequence, Command)] {
    let chain = place.chain
    return Command.allCases.flatMap { command in
      command.places.contains(where: chain.contains)
        ? keys(of: command).filter { $0.goesOn(after: chords) }.map { ($0, command) } : []
    }
  }

  /// The first two commands of one place that want the same keys, or of which one's keys begin the
  /// other's, which could then never be typed.
  func firstClash() -> Clash? {
    var all: [(place: Place, keys: KeySequence, command: Command)] = []
    for command in Command.allCases {
      for sequence in keys(of: command) {
        for place in command.places {
          let other = all.first { entry in
            entry.command != command
              && (entry.place == place || entry.place == .everywhere || place == .everywhere)
              && !entry.place.shadows(place) && !place.shadows(entry.place)
              && (entry.keys.chords.starts(with: sequence.chords)
                || sequence.chords.starts(with: entry.keys.chords))
          }
          if let other {
            let shorter =
              other.keys.chords.count <= sequence.chords.count ? other.keys : sequence
            return Clash(keys: shorter, first: other.command, second: command)
          }
          all.append((place, sequence, command))
        }
      }
    }
    return nil
  }
}
