extension Currency {
  /// The currencies in use (ISO 4217, list one, without precious metals, funds and test codes).
  ///
  /// A word that a person types in free text is a currency only if it is one of these.
  static let known: Set<Currency> = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    """
    .split(whereSeparator: \.isWhitespace).compactMap { Currency(code: $0) }
  )

  /// The currency in use that a word names, in capitals or not; `nil` for any other word.
  public init?(word: some StringProtocol) {
    guard let currency = Currency(code: word.uppercased()), Self.known.contains(currency) else {
      return nil
    }
    self = currency
  }

  /// Funds and units of account, and what was in use since 1999 and is no more: figures of old deals
  /// are in them.
  private static let unusual: Set<Currency> = Set(
    """
    ANG ATS AZM BEF BOV BYR CHE CHW CLF COU CUC CYP DEM EEK ESP FIM FRF GHC GRD HRK IEP ITL LTL LUF
    LVL MRO MTL MXV MZM NLG PTE ROL SDD SIT SKK SLL STD TMM TRL USN UYI UYW VEB VEF XDR XEU ZMK ZWD
    ZWL
    """
    .split(whereSeparator: \.isWhitespace).compactMap { Currency(code: $0) }
  )

  /// The currency that a code in a file or a command names, in capitals or not; `nil` where ISO 4217
  /// has no such code.
  public init?(iso4217 code: some StringProtocol) {
    guard let currency = Currency(code: code.uppercased()),
      Self.known.contains(currency) || Self.unusual.contains(currency)
    else { return nil }
    self = currency
  }
}
