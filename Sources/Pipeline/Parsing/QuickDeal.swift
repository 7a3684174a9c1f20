/// A new deal as it is typed in one line: `Acme renewal 48k close:eoq owner:ana`, or `@ana`.
public struct QuickDeal: Hashable, Sendable {
  /// The title: the words that are nothing else.
  public var title = ""
  /// The value; `nil` where the line has none.
  public var value: Money?
  /// The day it is expected to close.
  public var expectedClose: Day?
  /// Who is to own it: `.some(nil)` for nobody; `nil` where the line does not say.
  public var owner: Identifier<Person>??
  /// The stage it is to begin in.
  public var stage: Identifier<Stage>?
  /// The labels, each once.
  public var labels: [String] = []
  /// The customer's organization.
  public var organization: String?
  /// The person at the customer's.
  public var contact: String?
  /// The deal's own probability.
  public var probability: Probability?
  /// The forecast category.
  public var category: ForecastCategory?

  /// What a line needs to know to read names, days and amounts.
  public struct Context: Sendable {
    /// The pipeline whose stages may be named.
    public let pipeline: SalesPipeline
    /// The people who may be named.
    public let people: [Person]
    /// The currency of an amount that names none.
    public let currency: Currency
    /// The currencies that deals are in.
    public let currencies: Set<Currency>
    /// The day that words for days are seen from.
    public let today: Day
    /// The words understood.
    public let words: InputWords

    /// Names pipeline, people, currencies, the day and the language.
    public init(
      pipeline: SalesPipeline,
      people: [Person],
      currency: Currency,
      currencies: Set<Currency> = [],
      today: Day,
      words: InputWords = .current
    ) {
      self.pipeline = pipeline
      self.people = people
      self.currency = currency
      self.currencies = currencies
      self.today = today
      self.words = words
    }
  }

  /// Which last words are an amount.
  public enum Amounts: Sendable {
    /// All that read as one: `500`, `48k`.
    case all
    /// Those alone that cannot be a number in a title: `48k`, `€500`, `500 EUR`, but not `500`.
    case marked
    /// None: the value is known already.
    case none
  }

  /// Whether the line holds a title and nothing else.
  public var isTitleAlone: Bool {
    var title = QuickDeal()
    title.title = self.title
    return self == title
  }

  private init() {}

  /// Reads a line.
  ///
  /// An amount is the last plain word if it reads as one, or the last two with a currency code
  /// between spaces, which must be one in use today, the workspace's own or that of some deals; in quotes it is part of the title (`"Area 51"`), as is a word that ends in its
  /// colon: `Re: renewal`. Throws what is wrong with a part, also where it looks like a field and is
  /// none of a new deal (`bogus:x`), and where no title is left.
  public init(
    _ line: String,
    in context: Context,
    amounts: Amounts = .all
  ) throws(QuickDealError) {
    var words: [InputToken] = []
    for token in InputToken.tokens(of: line) {
      let field = token.isNegated ? nil : token.field.flatMap { context.words.fields[$0] }
      do throws(QuickDealError.Reason) {
        if token.source.first == "@", token.source.count > 1, !token.isQuoted {
          _ = try take(.owner, String(token.source.dropFirst()), context)
          continue
        }
        guard let field, !token.text.isEmpty else {
          if token.looksLikeField { throw .unknownField }
          words.append(token)
          continue
        }
        if try !take(field, token.text, context) { throw .unknownField }
      } catch {
        throw QuickDealError(position: token.position, term: token.source, reason: error)
      }
    }
    if value == nil, amounts != .none { takeAmount(from: &words, amounts, context) }
    title = words.map { $0.isQuoted && $0.field == nil ? $0.text : $0.source }
      .joined(separator: " ")
    guard title.contains(where: { !$0.isWhitespace }) else {
      throw QuickDealError(position: line.count, term: "", reason: .noTitle)
    }
  }

  /// Takes a field over; false where it is none of a new deal.
  private mutating func take(
    _ field: InputField,
    _ text: String,
    _ context: Context
  ) throws(QuickDealError.Reason) -> Bool {
    switch field {
    case .owner:
      do {
        owner = .some(try context.people.owner(named: text, words: context.words))
      } catch {
        throw .name(error)
      }
    case .stage:
      do { stage = try context.pipeline.stage(named: text).id } catch { throw .name(error) }
    case .value:
      let parser = AmountParser(currency: context.currency, words: context.words)
      do { value = try parser.money(text) } catch { throw .amount(error) }
    case .close:
      guard let day = DayParser(today: context.today, words: context.words).day(text) else {
        throw .notADay
      }
      expectedClose = day
    case .label:
      for label in text.split(separator: ",").map(String.init) where !labels.contains(label) {
        labels.append(label)
      }
    case .organization: organization = text
    case .contact: contact = text
    case .probability:
      let digits = text.last == "%" ? String(text.dropLast()) : text
      guard let own = Int(digits).flatMap({ Probability(percent: $0) }) else {
        throw .notAProbability
      }
      probability = own
    case .category:
      let wanted = FoldedText(text.map { $0 == "-" ? " " : String($0) }.joined())
      guard let own = ForecastCategory.allCases.first(where: { wanted.begins($0.rawValue) }) else {
        throw .notACategory
      }
      category = own
    case .idle, .age, .inStage, .currency, .next, .status, .reason, .state: return false
    }
    return true
  }

  /// The names of what may stand in a line beside title and amount, the most used first.
  public static let fields: [InputField] = [
    .owner, .close, .stage, .label, .value, .organization, .contact, .probability, .category,
  ]

  /// Takes an amount off the end of the words, if at least one word is left.
  private mutating func takeAmount(
    from words: inout [InputToken],
    _ amounts: Amounts,
    _ context: Context
  ) {
    let parser = AmountParser(currency: context.currency, words: context.words)
    func isTaken(_ currency: Currency) -> Bool {
      Currency.inUse.contains(currency) || currency == context.currency
        || context.currencies.contains(currency)
    }
    for count in [2, 1] where words.count > count {
      let last = words.suffix(count)
      guard last.allSatisfy({ !$0.isQuoted && $0.field == nil && !$0.isNegated }) else { continue }
      let isMarked = last.contains { token in
        token.source.contains { !$0.isNumber && !$0.isPunctuation }
      }
      if amounts == .marked, !isMarked { continue }
      if count == 2, !last.contains(where: { Currency(iso4217: $0.source) != nil }) { continue }
      guard let money = try? parser.money(last.map(\.source).joined()), isTaken(money.currency)
      else { continue }
      value = money
      words.removeLast(count)
      return
    }
  }
}

/// Why a line is not a new deal.
public struct QuickDealError: Error, Hashable, Sendable {
  /// Where the part begins, in characters from 0.
  public let position: Int
  /// The part as it was typed; empty where something is missing.
  public let term: String
  /// What is wrong with it.
  public let reason: Reason

  /// What can be wrong with a part.
  public enum Reason: Error, Hashable, Sendable {
    /// None of the fields of a new deal.
    case unknownField
    /// No word is left for the title.
    case noTitle
    /// None or several of that name.
    case name(NameError)
    /// No amount.
    case amount(AmountError)
    /// No day.
    case notADay
    /// No whole percent from 0 to 100.
    case notAProbability
    /// None of the categories.
    case notACategory
  }
}
