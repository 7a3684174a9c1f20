/// How a file says that a deal stands.
enum RowStatus: Hashable {
  case open
  case won
  case lost

  /// The status that a cell names in English or Dutch, without regard to case; blank is open, `nil`
  /// no status.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    let part = bytes.trimmed(range)
    if part.isEmpty || bytes.spells("open", part) {
      self = .open
    } else if bytes.spells("won", part) || bytes.spells("gewonnen", part) {
      self = .won
    } else if bytes.spells("lost", part) || bytes.spells("verloren", part) {
      self = .lost
    } else {
      return nil
    }
  }

  /// The status that a HubSpot stage stands for where it is not a stage but an outcome; else `nil`.
  init?(closingStage bytes: [UInt8], _ range: Range<Int>) {
    let part = bytes.trimmed(range)
    if bytes.spells("closed won", part) || bytes.spells("closedwon", part) {
      self = .won
    } else if bytes.spells("closed lost", part) || bytes.spells("closedlost", part) {
      self = .lost
    } else {
      return nil
    }
  }
}

extension DealColumns {
  /// How a row says that its deal stands; `nil` where it is not one of the three.
  ///
  /// `stage` is where it names the stage, which in HubSpot's files may be an outcome.
  func status(in reader: CSVReader, stage: Range<Int>) -> RowStatus? {
    if let field = self[.status] { return RowStatus(reader.bytes, reader[field]) }
    if kind == .hubspot, let outcome = RowStatus(closingStage: reader.bytes, stage) {
      return outcome
    }
    func says(_ column: DealColumn) -> Bool {
      self[column].map { reader.bytes.saysYes(reader[$0]) } ?? false
    }
    if says(.isWon) { return .won }
    let isLost = says(.isLost) || self[.isWon] != nil && says(.isClosed)
    return isLost ? .lost : .open
  }
}

extension [UInt8] {
  /// Whether a cell says yes: `true`, `yes` or `1`.
  fileprivate func saysYes(_ range: Range<Int>) -> Bool {
    let part = trimmed(range)
    return spells("true", part) || spells("yes", part) || spells("1", part)
  }
}
