/// A small generator whose numbers are the same on every machine and with every version of the
/// standard library (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators").
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Draws from a generator: the standard library's own draws may change with its version, these
/// cannot.
struct SampleDice {
  private var generator: SplitMix64

  /// Dice that always fall the same way for one seed and number.
  ///
  /// Each deal has dice of its own, so that what one day's calendar changes in a deal does not run
  /// on through all deals after it.
  init(seed: UInt64, number: Int) {
    var seeds = SplitMix64(seed: seed ^ UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93)
    generator = SplitMix64(seed: seeds.next())
  }

  /// A number from 0 up to, without, `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(generator.next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func happens(percent: Int) -> Bool {
    below(100) < percent
  }

  /// One of `choices`, each as likely; they are never empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }

  /// One of `choices`, as likely as its weight says; they are never empty.
  mutating func pick<Choice>(weighted choices: [(choice: Choice, weight: Int)]) -> Choice {
    var left = below(choices.reduce(0) { $0 + $1.weight })
    for (choice, weight) in choices {
      left -= weight
      if left < 0 { return choice }
    }
    return choices[choices.count - 1].choice
  }

  /// A number of the distribution whose evenly spaced quantiles, lowest first, are given.
  ///
  /// A table of quantiles gives any shape, a long tail too, without logarithms.
  mutating func quantile(of table: [Int]) -> Int {
    let place = below((table.count - 1) * 1_000)
    let low = table[place / 1_000]
    let high = table[place / 1_000 + 1]
    return low + (high - low) * (place % 1_000) / 1_000
  }
}
