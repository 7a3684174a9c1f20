import ArgumentParser
import Pipeline

/// The fields of a deal that `add` and `edit` set.
///
/// An empty text clears a field, and so does `none`.
struct DealFieldOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Its value, such as 48000, 48k or \"USD 900\"; none withdraws it.")
  )
  var value: AmountArgument?

  @Option(
    help: ArgumentHelp("Its currency, by three letters.", valueName: "code"),
    transform: CurrencyArgument.init(argument:)
  )
  var currency: CurrencyArgument?

  @Option(help: ArgumentHelp("Who owns it: a person, or nobody.", valueName: "name"))
  var owner: String?

  @Option(help: "The customer's organization; none for no one's.")
  var organization: String?

  @Option(help: "The person at the customer's; none for nobody.")
  var contact: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The person's telephone number; none forgets it.", valueName: "number")
  )
  var phone: String?

  @Option(help: ArgumentHelp("The person's mail address; none forgets it.", valueName: "address"))
  var mail: String?

  @Option(help: "A label; may be given more than once. An empty one, or none, clears them.")
  var label: [String] = []

  @Option(
    help: ArgumentHelp("Its own probability in percent; none for its stage's."),
    transform: ProbabilityArgument.init(argument:)
  )
  var probability: ProbabilityArgument?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day it is expected to close; none clears it.", valueName: "day")
  )
  var expectedClose: ClearableDayArgument?

  @Option(help: "Its forecast category: omitted, pipeline, best-case or commit.")
  var category: CategoryArgument?

  /// The labels, each once and without empty ones; `nil` where none is given.
  var labels: [String]? {
    guard !label.isEmpty else { return nil }
    var seen: Set<String> = []
    return label.compactMap(TextArgument.clearable).filter { seen.insert($0).inserted }
  }

  /// How the person of a deal is to be reached; `nil` where neither phone nor mail is said.
  ///
  /// Throws `.usage` where nobody is named whose they could be, and for an address without an `@`.
  func contactEdit(
    of name: String?,
    at organization: String?
  ) throws(CommandFailure) -> ContactEdit? {
    guard phone != nil || mail != nil else { return nil }
    guard let name else {
      throw CommandFailure(
        .usage,
        "The deal names no person whose phone and mail these are. Add --contact NAME."
      )
    }
    if let mail, let address = TextArgument.clearable(mail), !address.contains("@") {
      throw CommandFailure(.usage, "\"\(mail)\" is no mail address. Write name@example.com.")
    }
    return ContactEdit(
      name: name,
      organization: organization,
      phone: phone.map(TextArgument.clearable),
      mail: mail.map(TextArgument.clearable)
    )
  }

  /// The owner that is named: `.some(nil)` for nobody, `nil` where nothing is said.
  func owner(in names: StructureNames) throws(CommandFailure) -> Identifier<Person>?? {
    guard let owner else { return nil }
    if TextArgument.isNobody(owner) { return .some(nil) }
    return try names.person(owner).id
  }

  /// The value with its currency: `nil` where neither is said.
  func value(
    of old: Money?,
    _ oldCurrency: Currency
  ) throws(CommandFailure) -> (minorUnits: Int64?, currency: Currency)? {
    guard value != nil || currency != nil else { return nil }
    let wanted = currency?.currency ?? oldCurrency
    guard let value else {
      if let old, old.currency.minorUnitDigits != wanted.minorUnitDigits {
        throw CommandFailure(
          .usage,
          "\(old) is not the same in \(wanted). Say the new value with --value."
        )
      }
      return (old?.minorUnits, wanted)
    }
    let money = try value.money(in: wanted)
    if let money, let currency, money.currency != currency.currency {
      throw CommandFailure(
        .usage,
        "The value is in \(money.currency), the currency \(currency.currency). Name one of them."
      )
    }
    return (money?.minorUnits, money?.currency ?? wanted)
  }
}
