/// Random numbers that follow from a seed, so that an update stays a function of its arguments.
///
/// Two SplitMix64 streams, one per half of the seed (Steele, Lea, Flood, "Fast Splittable
/// Pseudorandom Number Generators", 2014).
struct RandomSource: RandomNumberGenerator, Sendable {
  private var first: UInt64
  private var second: UInt64

  init(seed: (UInt64, UInt64)) {
    first = seed.0
    second = seed.1
  }

  mutating func next() -> UInt64 {
    first &+= 0x9E37_79B9_7F4A_7C15
    second &+= 0xD1B5_4A32_D192_ED03
    return Self.mix(first) ^ Self.mix(second)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
