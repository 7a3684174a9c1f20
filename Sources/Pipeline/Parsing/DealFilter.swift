/// A choice of deals as people type it: words, and terms such as `owner:ana value:>10k -label:hot`.
///
/// Every term must hold; a minus turns one round, a comma stands for "or".
public struct DealFilter: Sendable {
  /// The text that it was read from.
  public let text: String
  private let terms: [@Sendable (Deal) -> Bool]

  /// What a filter needs to know to read names, days and amounts.
  public struct Context: Sendable {
    /// The pipelines whose stages may be named.
    public let pipelines: [SalesPipeline]
    /// The people who may be named.
    public let people: [Person]
    /// The day that ages and words for days are seen from.
    public let today: Day
    /// The words understood.
    public let words: InputWords

    /// Names pipelines, people, the day and the language.
    public init(
      pipelines: [SalesPipeline],
      people: [Person],
      today: Day,
      words: InputWords = .ofEveryLanguage
    ) {
      self.pipelines = pipelines
      self.people = people
      self.today = today
      self.words = words
    }
  }

  /// The filter that lets every deal through.
  public static let all = DealFilter(text: "", terms: [])

  private init(text: String, terms: [@Sendable (Deal) -> Bool]) {
    self.text = text
    self.terms = terms
  }

  /// Reads a filter.
  ///
  /// Throws the first term that cannot be understood, with its position.
  public init(_ text: String, in context: Context) throws(DealFilterError) {
    let reader = DealFilterReader(context: context)
    var terms: [@Sendable (Deal) -> Bool] = []
    for token in InputToken.tokens(of: text) {
      let passes = try reader.test(token).passes
      if token.isNegated { terms.append { !passes($0) } } else { terms.append(passes) }
    }
    self.init(text: text, terms: terms)
  }

  /// Whether it lets every deal through.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether what passes is among what passes another filter, read in the same context: the other one
  /// with letters added to its last word, or with more terms.
  ///
  /// False where only the deals could tell.
  public func narrows(_ other: DealFilter) -> Bool {
    let (mine, others) = (InputToken.tokens(of: text), InputToken.tokens(of: other.text))
    guard let last = others.last, mine.count >= others.count,
      zip(mine, others.dropLast()).allSatisfy({ $0.source == $1.source })
    else { return others.isEmpty }
    let grown = mine[others.count - 1]
    if grown.source == last.source { return true }
    return grown.isPlainWord && last.isPlainWord && grown.text.hasPrefix(last.text)
  }

  /// Whether a deal passes.
  public func matches(_ deal: Deal) -> Bool {
    for passes in terms where !passes(deal) { return false }
    return true
  }
}

/// Why a filter cannot be understood.
public struct DealFilterError: Error, Hashable, Sendable {
  /// Where the term begins, in characters from 0.
  public let position: Int
  /// The term as it was typed.
  public let term: String
  /// What is wrong with it.
  public let reason: Reason

  /// What can be wrong with a term.
  public enum Reason: Error, Hashable, Sendable {
    /// There is nothing behind the colon: it is still being typed.
    case unfinished
    /// No term begins so; with those there are.
    case unknownField(known: [String])
    /// Behind the colon stands none of the words that may stand there.
    case unknownWord(known: [String])
    /// Nobody of the team, or no stage, is called that.
    case unknownName(known: [String])
    /// A whole number, perhaps with `<` or `>`, is wanted.
    case notANumber
    /// A day or a period is wanted.
    case notADay
    /// An amount is wanted.
    case notAnAmount(AmountError)
  }
}
