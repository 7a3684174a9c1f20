/// A disk that holds back what it was not asked to keep: what it may hold after a power cut.
struct Disk {
  /// How it treats being asked.
  enum Kind {
    /// It keeps what it is asked to keep.
    case honest
    /// It keeps the database but not the log, as if nobody had asked.
    case forgettingTheLog
  }

  /// One file: what is there for good, and what was asked since.
  private struct File {
    var kept: [UInt8]?
    var pending: [Tape.Operation] = []

    mutating func keep() {
      for operation in pending { operation.apply(to: &kept, .kept) }
      pending = []
    }
  }

  private let kind: Kind
  private var files: [Int32: File]

  /// A disk with a database and nothing else.
  init(_ beginning: [UInt8], _ kind: Kind, database: Int32) {
    self.kind = kind
    files = [database: File(kept: beginning)]
  }

  /// Takes an operation.
  mutating func take(_ operation: Tape.Operation, isDatabase: Bool) {
    switch operation.kind {
    case .mark: break
    case .write, .truncate: files[operation.file, default: File()].pending.append(operation)
    case .create:
      // What was removed before stays removed: folders keep the order of their changes.
      files[operation.file] = File(kept: nil, pending: [operation])
    case .delete:
      if operation.offset == 1 {
        files[operation.file] = File()
      } else {
        files[operation.file, default: File()].pending.append(operation)
      }
    case .sync:
      if kind == .forgettingTheLog, !isDatabase { return }
      files[operation.file, default: File()].keep()
    }
  }

  /// What is there when the power comes back, by file.
  func afterCut(_ weather: Weather, _ dice: inout Dice) -> [Int32: [UInt8]] {
    var after: [Int32: [UInt8]] = [:]
    for (number, file) in files.sorted(by: { $0.key < $1.key }) {
      var bytes = file.kept
      for operation in file.pending { operation.apply(to: &bytes, weather.fate(&dice)) }
      after[number] = bytes
    }
    return after
  }
}

/// What befalls the writes that the disk was not asked to keep.
enum Weather: CaseIterable {
  /// All are kept.
  case mild
  /// None is kept.
  case harsh
  /// Each is kept, dropped or torn, and a later one may be kept where an earlier one is not.
  case mixed

  fileprivate func fate(_ dice: inout Dice) -> Fate {
    switch self {
    case .mild: .kept
    case .harsh: .dropped
    case .mixed:
      switch dice.pick(3) {
      case 0: .kept
      case 1: .dropped
      default: .torn(seed: dice.next())
      }
    }
  }
}

/// What befalls one write.
enum Fate {
  case kept
  case dropped
  /// Some of its sectors are kept.
  case torn(seed: UInt64)
}

extension Tape.Operation {
  private static let sector = 512

  /// Does to a file what its fate leaves of it.
  fileprivate func apply(to file: inout [UInt8]?, _ fate: Fate) {
    if case .dropped = fate { return }
    switch kind {
    case .mark, .sync: break
    case .create: file = file ?? []
    case .delete: file = nil
    case .truncate:
      guard var bytes = file else { return }
      let size = Int(offset)
      if bytes.count > size {
        bytes.removeLast(bytes.count - size)
      } else {
        bytes += [UInt8](repeating: 0, count: size - bytes.count)
      }
      file = bytes
    case .write: write(to: &file, fate)
    }
  }

  private func write(to file: inout [UInt8]?, _ fate: Fate) {
    var bytes = file ?? []
    // One owner, or each write copies the whole file.
    file = nil
    let start = Int(offset)
    let end = start + self.bytes.count
    if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
    switch fate {
    case .dropped: break
    case .kept: copy(start..<end, to: &bytes)
    case .torn(let seed):
      var dice = Dice(seed: seed)
      var place = start
      while place < end {
        let stop = min(end, (place / Self.sector + 1) * Self.sector)
        if dice.chance(50) { copy(place..<stop, to: &bytes) }
        place = stop
      }
    }
    file = bytes
  }

  /// Copies a part of what was written to its place.
  private func copy(_ part: Range<Int>, to file: inout [UInt8]) {
    let (first, last) = (part.lowerBound - Int(offset), part.upperBound - Int(offset))
    file.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(rebasing: target[part])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[first..<last]))
      }
    }
  }
}
