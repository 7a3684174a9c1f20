/// How often each whole number of days occurs: exact means, medians and percentiles that follow one
/// deal more or less at a cost that does not grow with the number of deals.
public struct DayHistogram: Sendable, Hashable {
  /// Days counted one by one; what lies outside goes to `outliers`.
  private static let denseDays = 8_192
  private static let blockSize = 64

  /// How many values there are.
  public private(set) var count = 0
  /// Their sum in days.
  public private(set) var sum = 0

  /// The values of each day from 0, as far as any was seen; a multiple of the block size long.
  private var counts: ContiguousArray<Int32> = []
  /// The values of each block of days, so that finding a rank skips most days.
  private var blocks: ContiguousArray<Int32> = []
  /// Days below 0 or beyond the dense range, in order; hardly ever any.
  private var outliers: [Outlier] = []

  private struct Outlier: Sendable, Hashable {
    let days: Int
    var count: Int
  }

  /// A histogram of nothing.
  public init() {}

  /// Counts `count` more values of `days`, or fewer where it is negative.
  public mutating func add(_ days: Int, count change: Int = 1) {
    guard change != 0 else { return }
    count += change
    sum += days * change
    guard (0..<Self.denseDays).contains(days) else { return addOutlier(days, change) }
    let block = days / Self.blockSize
    if block >= blocks.count {
      let missing = block + 1 - blocks.count
      blocks.append(contentsOf: repeatElement(0, count: missing))
      counts.append(contentsOf: repeatElement(0, count: missing * Self.blockSize))
    }
    counts[days] += Int32(clamping: change)
    blocks[block] += Int32(clamping: change)
  }

  /// Takes one value of `days` out.
  public mutating func remove(_ days: Int) {
    add(days, count: -1)
  }

  /// The mean in days; `nil` of nothing.
  public var mean: Ratio? { Ratio(sum, of: count) }

  /// The median in days, the mean of the middle two where their number is even; `nil` of nothing.
  public var median: Ratio? {
    guard let lower = value(rank: (count + 1) / 2), let upper = value(rank: count / 2 + 1) else {
      return nil
    }
    return Ratio(lower + upper, of: 2)
  }

  /// The percentile by nearest rank: the smallest value that at least `percent` of all values do not
  /// exceed; `nil` of nothing.
  public func percentile(_ percent: Int) -> Int? {
    value(rank: max(1, (count * percent + 99) / 100))
  }

  /// The value at a rank from 1 in rising order; `nil` beyond the last.
  public func value(rank: Int) -> Int? {
    guard (1...max(count, 1)).contains(rank), count > 0 else { return nil }
    var left = rank
    for outlier in outliers where outlier.days < 0 {
      if left <= outlier.count { return outlier.days }
      left -= outlier.count
    }
    for (block, inBlock) in blocks.enumerated() {
      if left > Int(inBlock) {
        left -= Int(inBlock)
        continue
      }
      for day in block * Self.blockSize..<(block + 1) * Self.blockSize {
        left -= Int(counts[day])
        if left <= 0 { return day }
      }
    }
    for outlier in outliers where outlier.days >= 0 {
      if left <= outlier.count { return outlier.days }
      left -= outlier.count
    }
    return nil
  }

  /// Adds every number of days of another histogram.
  mutating func add(_ other: DayHistogram) {
    for (days, deals) in other.counts.enumerated() where deals != 0 {
      add(days, count: Int(deals))
    }
    for outlier in other.outliers { add(outlier.days, count: outlier.count) }
  }

  private mutating func addOutlier(_ days: Int, _ change: Int) {
    let place = outliers.firstIndex { $0.days >= days } ?? outliers.endIndex
    if place < outliers.endIndex, outliers[place].days == days {
      outliers[place].count += change
      if outliers[place].count == 0 { outliers.remove(at: place) }
    } else {
      outliers.insert(Outlier(days: days, count: change), at: place)
    }
  }

  /// Whether both count the same values, however far their storage reaches.
  public static func == (left: DayHistogram, right: DayHistogram) -> Bool {
    guard left.count == right.count, left.sum == right.sum, left.outliers == right.outliers else {
      return false
    }
    let (short, long) =
      left.counts.count < right.counts.count ? (left, right) : (right, left)
    return long.counts.starts(with: short.counts)
      && long.counts.dropFirst(short.counts.count).allSatisfy { $0 == 0 }
  }

  /// Feeds what equal histograms have in common.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(sum)
  }
}
