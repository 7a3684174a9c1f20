import Pipeline
import Testing

@testable import Store

/// What a board asks for off the way of its keys: the month's wins and the words in use.
struct InUseTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  @Test
  func `the deals won since a day are found, as known at the end of another`() throws {
    let early = try workspace.add(workspace.draft("early"), on: .today - 40)
    try workspace.change(early, .won, on: .today - 35)
    let first = try workspace.add(workspace.draft("first"), on: .today - 40)
    try workspace.change(first, .won, on: .today - 10)
    let late = try workspace.add(workspace.draft("late"), on: .today - 40)
    try workspace.change(late, .won, on: .today)
    let lost = try workspace.add(workspace.draft("lost"), on: .today - 40)
    try workspace.change(lost, .lost(reason: nil), on: .today - 5)
    let gone = try workspace.add(workspace.draft("gone"), on: .today - 40)
    let won = try workspace.change(gone, .won, on: .today - 5).changes[0].deal
    try workspace.change(won, .deleted, on: .today - 4)
    let again = try workspace.add(workspace.draft("again"), on: .today - 40)
    let closed = try workspace.change(again, .won, on: .today - 8).changes[0].deal
    try workspace.change(closed, .reopened, on: .today - 2)

    func titles(asOf day: Day) throws -> Set<String> {
      let pipeline = workspace.pipeline.id
      let deals = try workspace.store.wonDeals(of: pipeline, from: .today - 30, asOf: day)
      return Set(deals.map(\.title))
    }

    #expect(try titles(asOf: .today) == ["first", "late"])
    #expect(try titles(asOf: .today - 1) == ["first"])
    #expect(try titles(asOf: .today - 3) == ["first", "again"])
    #expect(try titles(asOf: .today - 5) == ["first", "again", "gone"])
  }

  @Test
  func `the words in use come with the most used first`() throws {
    for (organization, labels, reason) in [
      ("Acme", ["hot", "inbound"], "price"), ("Acme", ["hot"], "timing"), ("Borealis", [], "price"),
      ("Borealis", [], "Price"),
    ] {
      var draft = workspace.draft("deal")
      draft.organization = organization
      draft.contact = "Kim of \(organization)"
      draft.labels = labels
      let deal = try workspace.add(draft)
      try workspace.change(deal, .lost(reason: reason))
    }

    let words = try workspace.store.wordsInUse()

    #expect(words.lostReasons == ["price", "timing"])
    #expect(words.organizations == ["Acme", "Borealis"])
    #expect(words.contacts == ["Kim of Acme", "Kim of Borealis"])
    #expect(words.labels == ["hot", "inbound"])
  }

  @Test func `the words include every reason for a loss, however many there are`() throws {
    let made = try workspace.append(
      (0...600).map { workspace.request(.created(workspace.draft("Deal \($0)")), .newDeal) }
    )
    try workspace.append(
      made.changes.enumerated().map { number, change in
        let target = ChangeRequest.Target.deal(change.deal.id, revision: change.deal.revision)
        // Of many used once each, those that come last in the alphabet were cut off.
        return workspace.request(.lost(reason: number == 600 ? "zeal" : "reason \(number)"), target)
      }
    )

    let words = try workspace.store.wordsInUse()

    #expect(words.lostReasons.count == 601)
    #expect(words.lostReasons.last == "zeal")
    #expect(try workspace.store.lostReasons() == words.lostReasons)
  }
}
