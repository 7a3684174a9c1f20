/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Comparable, Sendable {
  /// The three capital letters, five bits each: two bytes in every deal instead of sixteen.
  @usableFromInline let packed: UInt16

  /// The euro, a new workspace's currency where nothing else says so.
  public static let euro = Currency(packed: pack(4, 20, 17))
  /// The dollar of the United States.
  public static let dollar = Currency(packed: pack(20, 18, 3))
  /// The pound sterling.
  public static let pound = Currency(packed: pack(6, 1, 15))
  /// The yen.
  public static let yen = Currency(packed: pack(9, 15, 24))

  private init(packed: UInt16) {
    self.packed = packed
  }

  private static func pack(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> UInt16 {
    first << 10 | second << 5 | third
  }

  /// The currency of a code of three capital letters; `nil` for any other text.
  public init?(code: some StringProtocol) {
    self.init(bytes: code.utf8)
  }

  /// The currency of a code in UTF-8; `nil` for any other text.
  @inlinable
  public init?(bytes code: some Sequence<UInt8>) {
    // Letter by letter: each deal that is loaded comes this way.
    var packed: UInt16 = 0
    var count = 0
    for byte in code {
      let letter = UInt16(byte) &- UInt16(UInt8(ascii: "A"))
      guard letter < 26, count < 3 else { return nil }
      packed = packed << 5 | letter
      count += 1
    }
    guard count == 3 else { return nil }
    self.packed = packed
  }

  /// The three capital letters.
  public var code: String {
    var code = ""
    // Letter by letter: each deal of an import has its code written out twice.
    code.unicodeScalars.append(Self.letter(packed >> 10))
    code.unicodeScalars.append(Self.letter(packed >> 5 & 31))
    code.unicodeScalars.append(Self.letter(packed & 31))
    return code
  }

  private static func letter(_ number: UInt16) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: number))
  }

  /// How many decimals the minor unit has: 2 for the euro, 0 for the yen, 3 for the dinar
  /// (ISO 4217, table A.1).
  public var minorUnitDigits: Int {
    Self.unusualDigits[packed] ?? 2
  }

  /// The currencies whose minor unit has not two decimals, by packed code: comparing codes as texts
  /// shows in the time of an import.
  private static let unusualDigits: [UInt16: Int] = {
    let codes = [
      0: [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
        "VUV", "XAF", "XOF", "XPF",
      ],
      3: ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"],
      4: ["CLF", "UYW"],
    ]
    let pairs = codes.flatMap { digits, codes in
      codes.compactMap { Currency(code: $0)?.packed }.map { ($0, digits) }
    }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// Orders by code.
  public static func < (left: Currency, right: Currency) -> Bool {
    left.packed < right.packed
  }
}

extension Currency: CustomStringConvertible {
  /// The three capital letters.
  public var description: String { code }
}

extension Currency {
  /// The place in the order of codes.
  var order: Int32 { Int32(packed) }
}
