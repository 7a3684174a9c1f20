/// The organizations of the sample, and what was sold to them so far.
struct SampleMarket {
  /// An organization, as the team knows it.
  struct Customer {
    let number: Int
    /// The name without the legal form, as it stands in titles.
    let name: String
    let organization: String
    let contacts: [String]
    let currency: Currency
    /// Whose they were from the beginning.
    let firstOwner: Int
    /// The day from which they are the newcomer's.
    let handedOver: Day
    /// Whether they changed hands when the newcomer came.
    var isHandedOver: Bool { firstOwner == SampleTeam.mentor && number % 4 == 0 }
    /// Whether they bought something already.
    var hasBought: Bool
    /// The day their last deal ended; `nil` while one is open, or there was none.
    var lastEnd: Day?
    /// The titles of their deals; no two are the same.
    var titles: Set<String> = []

    func owner(on day: Day) -> Int {
      isHandedOver && day >= handedOver ? SampleTeam.newcomer : firstOwner
    }
  }

  private(set) var customers: [Customer] = []
  private let today: Day

  init(today: Day) {
    self.today = today
  }

  subscript(number: Int) -> Customer {
    get { customers[number] }
    set { customers[number] = newValue }
  }

  /// Who a deal that comes in on `day` is with: somebody new, a customer, or somebody who said no a
  /// while ago.
  mutating func choose(on day: Day, dice: inout SampleDice) -> Int {
    let free = customers.filter { customer in
      guard let end = customer.lastEnd else { return false }
      return day - end > (customer.hasBought ? 45 : 150)
    }
    let buyers = free.filter(\.hasBought)
    if !buyers.isEmpty, dice.happens(percent: 42) { return dice.pick(buyers).number }
    let others = free.filter { !$0.hasBought }
    if !others.isEmpty, dice.happens(percent: 6) { return dice.pick(others).number }
    return add(on: day, dice: &dice)
  }

  /// Adds somebody new, and returns their number.
  mutating func add(on day: Day, dice: inout SampleDice) -> Int {
    let number = customers.count
    let name = SampleWords.organizationName(number)
    let isAmerican = dice.happens(percent: 20)
    let form =
      isAmerican
      ? dice.pick(["Inc", "LLC", "Corp"]) : dice.pick(["GmbH", "BV", "AG", "Ltd", "SA"])
    let contacts = (0..<2).map { _ in
      dice.pick(SampleWords.givenNames) + " " + dice.pick(SampleWords.familyNames)
    }
    let isOld = day < today.adding(months: -12) && dice.happens(percent: 30)
    customers.append(
      Customer(
        number: number,
        name: name,
        organization: dice.happens(percent: 70) ? "\(name) \(form)" : name,
        contacts: contacts,
        currency: isAmerican ? SampleData.secondCurrency : SampleData.currency,
        firstOwner: SampleTeam.owner(on: day, today: today, dice: &dice),
        handedOver: SampleTeam.newcomersFirstDay(today: today),
        hasBought: isOld,
        lastEnd: isOld ? day - 60 : nil
      )
    )
    return number
  }

  /// A title for a deal that begins on a day; never one that the customer has already.
  mutating func title(for number: Int, on day: Day, dice: inout SampleDice) -> String {
    let customer = customers[number]
    let year = (day + 60).year
    let subjects =
      customer.hasBought
      ? ["renewal \(year)", "renewal \(year)"] + SampleWords.followUps : SampleWords.firstSales
    let titles = subjects.map { "\(customer.name) \($0)" }.filter { !customer.titles.contains($0) }
    let title = titles.isEmpty ? "\(customer.name) \(day)" : dice.pick(titles)
    customers[number].titles.insert(title)
    return title
  }
}
