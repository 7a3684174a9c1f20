import Pipeline

/// Makes and changes deals at random, but only as the rules allow.
struct RandomDeals {
  private(set) var deals: [Deal] = []
  private(set) var today: Day
  private var generator: SeededGenerator
  private let pipeline: SalesPipeline

  init(seed: UInt64, from first: Day = day(1, 1), pipeline: SalesPipeline = .sales) {
    generator = SeededGenerator(seed: seed)
    today = first
    self.pipeline = pipeline
  }

  /// Makes a deal, or changes one, and returns it as it was and as it is.
  mutating func step() -> (old: Deal?, new: Deal) {
    if deals.isEmpty || chance(1, of: 4) {
      let deal = newDeal()
      deals.append(deal)
      return (nil, deal)
    }
    let place = Int.random(in: deals.indices, using: &generator)
    let old = deals[place]
    let change = change(of: old)
    guard (try? old.check(change, on: today)) != nil else { return step() }
    deals[place].apply(change, on: today)
    return (old, deals[place])
  }

  mutating func passDays() {
    today = today + Int.random(in: 0...9, using: &generator)
  }

  private mutating func newDeal() -> Deal {
    Deal(id: numbered(Int64(deals.count + 1)), draft: draft(), on: today)
  }

  mutating func creation() -> DealChange {
    .created(draft())
  }

  private mutating func draft() -> DealDraft {
    DealDraft(
      title: ["Acme", "acme", "Zephyr", "Öko"].randomElement(using: &generator) ?? "",
      pipeline: numbered(1),
      stage: numbered(stage()),
      currency: currency(),
      minorUnits: amount(),
      owner: chance(1, of: 3) ? nil : numbered(.random(in: 1...3, using: &generator)),
      probability: chance(1, of: 4) ? Probability(percent: 75) : nil,
      expectedClose: chance(1, of: 2) ? today + Int.random(in: -5...60, using: &generator) : nil
    )
  }

  mutating func change(of deal: Deal) -> DealChange {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: .moved(to: stage())
    case 4: .valued(amount(), currency())
    case 5: .won
    case 6: .lost(reason: nil)
    case 7: .reopened
    case 8: chance(1, of: 3) ? .deleted : .noted("Called")
    case 9: .probabilitySet(chance(1, of: 2) ? nil : Probability(percent: 30))
    case 10:
      .stepPlanned(
        PlannedStep(
          number: deal.stepsPlanned + 1,
          due: today + Int.random(in: -2...5, using: &generator),
          activity: Activity(kind: .call, text: "")
        )
      )
    default: .ownerSet(chance(1, of: 2) ? numbered(1) : nil)
    }
  }

  private mutating func stage() -> Int64 {
    .random(in: 1...Int64(pipeline.stages.count), using: &generator)
  }

  private mutating func currency() -> Currency {
    [.euro, .euro, .dollar, .pound].randomElement(using: &generator) ?? .euro
  }

  private mutating func amount() -> Int64? {
    chance(1, of: 5) ? nil : .random(in: 0...1_000_000, using: &generator)
  }

  mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &generator) < part
  }

  mutating func pick<T>(_ range: Range<T>) -> T where T: FixedWidthInteger {
    T.random(in: range, using: &generator)
  }
}
