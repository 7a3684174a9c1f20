/// The words of a command line, in the order that the argument parser wants them.
struct CommandWords {
  /// The words behind the program's name.
  let words: [String]
  private let commands: [String]
  private let subcommands: [String: [String]]

  /// Words, the names of the commands there are, and those of their subcommands.
  init(_ words: [String], commands: [String], subcommands: [String: [String]] = [:]) {
    self.words = words
    self.commands = commands
    self.subcommands = subcommands
  }

  /// Options that every command takes, and which of them have a value in the next word.
  private static let options = ["--file": true, "--pipeline": true, "--as": true, "--json": false]

  /// The words with a command's name first: `--file F list` becomes `list --file F`.
  ///
  /// As they are where no command is named. Asked for help, only the command and its subcommand
  /// stay: with an option between, the parser would explain the default subcommand.
  var ordered: [String] {
    helpWanted ?? inOrder
  }

  private var helpWanted: [String]? {
    let words = inOrder
    let options = words.prefix { $0 != "--" }
    guard let command = options.first, commands.contains(command),
      options.contains("--help") || options.contains("-h")
    else { return nil }
    let below = subcommands[command] ?? []
    let subcommand = options.dropFirst().first.flatMap { below.contains($0) ? $0 : nil }
    return [command] + (subcommand.map { [$0] } ?? []) + ["--help"]
  }

  private var inOrder: [String] {
    let leading = leadingOptions
    guard leading > 0, leading < words.count, commands.contains(words[leading]) else {
      return words
    }
    let rest = words[leading...]
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end] + words[..<leading] + rest[end...])
  }

  /// The first word where it should be a command and is none; `nil` where there is nothing to say.
  var unknownCommand: String? {
    let leading = leadingOptions
    guard leading < words.count, !words[leading].hasPrefix("-"),
      !commands.contains(words[leading])
    else { return nil }
    return words[leading]
  }

  /// The command that is spelled most like a word, two letters apart at most.
  func nearest(to word: String) -> String? {
    let known = commands.map { (name: $0, distance: Self.distance(word, $0)) }
    guard let best = known.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= min(2, word.count - 1) ? best.name : nil
  }

  /// How many words before the command are options with their values.
  private var leadingOptions: Int {
    var index = 0
    while index < words.count {
      let name = words[index].split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
      guard let takesValue = Self.options[name] else { break }
      index += takesValue && !words[index].contains("=") ? 2 : 1
    }
    return min(index, words.count)
  }

  /// How many letters must be added, left out or replaced (Levenshtein's distance).
  private static func distance(_ left: String, _ right: String) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
      }
    }
    return row.last ?? 0
  }
}

extension CommandWords {
  /// The failure of a command line whose first word is no command.
  func failure(unknown word: String) -> CommandFailure {
    let guess = nearest(to: word).map { " Did you mean `dealboard \($0)`?" } ?? ""
    return CommandFailure(
      .usage,
      "There is no command \"\(word)\".\(guess) `dealboard --help` lists them."
    )
  }
}
