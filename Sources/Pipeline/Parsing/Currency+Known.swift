extension Currency {
  /// The currencies in use (ISO 4217, list one, without precious metals and test codes).
  private static let codesInUse = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """

  /// Funds and units of account (the rest of list one), and what was in use since 1999 and is no more
  /// (list three): figures of old deals are in them.
  private static let unusual = """
    BOV CHE CHW CLF COU MXV USN UYI UYW XAD XDR XSU XUA
    ADP AFA ANG ATS AZM BEF BGL BYB BYR CSD CUC CYP DEM ECS EEK ESP FIM FRF GHC GRD HRK IEP ITL
    LTL LUF LVL MGF MRO MTL MZM NLG PTE ROL RUR SDD SIT SKK SLL SRG STD TJR TMM TPE TRL VEB VEF
    XEU YUM ZMK ZWD ZWL ZWN ZWR
    """

  /// The currencies that a file may name and a person may type: one list, so that what was imported
  /// can be typed again.
  private static let known: Set<Currency> = Set(currencies(codesInUse)).union(currencies(unusual))

  /// The currencies in use, which are the only ones that a word in free text is taken for: in a title
  /// `SIT` and `STD` are more likely to be anything else than money of long ago.
  static let inUse: Set<Currency> = Set(currencies(codesInUse))

  private static func currencies(_ codes: String) -> [Currency] {
    codes.split(whereSeparator: \.isWhitespace).compactMap { Currency(code: $0) }
  }

  /// The currency that a code names, in capitals or not; `nil` where ISO 4217 has no such code.
  public init?(iso4217 code: some StringProtocol) {
    guard let currency = Currency(code: code.uppercased()), Self.known.contains(currency) else {
      return nil
    }
    self = currency
  }
}
