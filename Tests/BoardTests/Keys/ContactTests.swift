import Pipeline
import Testing

@testable import Board

/// Who is dealt with at the customer's, and how they are reached.
struct ContactTests {
  /// Mistral Bank, #15, in the second stage; its contact is called Jo.
  private var board: TestBoard

  private static let jo = Contact(
    name: "Jo",
    organization: "mistral.example",
    phone: "+31 6 1234",
    mail: "jo@mistral.example"
  )

  init() {
    var deals = SalesTeam.deals
    deals[14] = deals[14].after(.contactSet("Jo"))
    board = TestBoard(.fixture(deals))
    board.press("# 1 5 enter")
  }

  /// The edits of contacts that were sent to the store, alone or with a step.
  private var saved: [ContactEdit] {
    board.effects.compactMap { effect in
      switch effect {
      case .keep(_, .contact(let edit, of: numbered(15), _)): edit
      case .commit(_, let request): request.contact
      default: nil
      }
    }
  }

  // MARK: The open deal

  @Test
  mutating func `an open deal shows phone and mail, and y copies one after the other`() {
    board.press("enter")
    #expect(board.effects.contains(.loadContact(numbered(15))))
    #expect(board.screen.contains("Phone     …"))

    board.act(.contactArrived(numbered(15), Self.jo))
    #expect(board.screen.contains("Phone     +31 6 1234"))
    #expect(board.screen.contains("Mail      jo@mistral.example"))

    board.press("y")
    #expect(board.effects.last == .copy("+31 6 1234"))
    board.press("y")
    #expect(board.effects.last == .copy("jo@mistral.example"))
    board.press("y")
    #expect(board.effects.last == .copy("+31 6 1234"))
  }

  @Test(arguments: [(40, 120), (24, 80), (20, 40)])
  mutating func `phone, mail and the timeline are in sight on every screen`(
    rows: Int,
    columns: Int
  ) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("enter")
    board.act(.contactArrived(numbered(15), Self.jo))
    board.act(.historyArrived(numbered(15), []))

    Golden.expect(board.lines, toBe: "contact-\(columns)x\(rows)")
  }

  @Test
  mutating func `where nothing is known the deal and y say which key sets it`() {
    board.press("enter")
    board.act(.contactArrived(numbered(15), nil))

    #expect(board.screen.contains("Phone     – (t sets it)"))
    board.press("y")
    #expect(board.said == "Neither phone nor mail of Jo is known: t sets person, phone and mail.")
    #expect(!board.effects.contains { if case .copy = $0 { true } else { false } })
  }

  @Test
  mutating func `a deal without a person says so`() {
    board.press("esc # 1 6 enter enter y")

    #expect(board.said == "Nova Retail names no person: t sets person, phone and mail.")
    #expect(!board.screen.contains("Phone"))
  }

  @Test
  mutating func `once another person is named their phone is asked for`() {
    board.press("enter")
    board.act(.contactArrived(numbered(15), Self.jo))
    board.others(15, .contactSet("Kim"))

    #expect(board.effects.last == .loadContact(numbered(15)))
  }

  @Test
  mutating func `help in an open deal lists what y does there, and not what it does elsewhere`() {
    board.press("enter ?")
    board.type("copy")

    #expect(board.screen.contains("Keys: An open deal"))
    #expect(board.screen.contains("Copy the person's phone or mail"))
    #expect(!board.screen.contains("Copy the deal's line"))
  }

  // MARK: The line

  @Test
  mutating func `a phone goes in one write with the step that names the person`() {
    board.storeIsSilent = true
    board.press("# 1 6 enter t")
    board.type("Sam Fischer +49 30 901820")
    board.press("enter")

    let edit = ContactEdit(name: "Sam Fischer", phone: .some("+49 30 901820"))
    #expect(board.requests.map(\.contact) == [edit])
    #expect(board.effects.records.count == 0)
    #expect(board.effects.last == .loadContact(numbered(16)))
  }

  @Test
  mutating func `a phone is left with the person that was not saved`() {
    board.storeIsSilent = true
    board.press("# 1 6 enter t")
    board.type("Sam Fischer +49 30 901820")
    board.press("enter")

    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))
    board.press("esc")
    #expect(board.status.contains("saved ✓"))
    #expect(board.requests.count == 1)
  }

  @Test
  mutating func `a phone is kept with the person that is sent again`() {
    board.storeIsSilent = true
    board.press("# 1 6 enter t")
    board.type("Sam Fischer +49 30 901820")
    board.press("enter")
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))
    board.press("enter")

    #expect(board.requests.count == 2)
    #expect(board.requests.last?.contact == board.requests.first?.contact)
    #expect(board.requests.last?.contact?.name == "Sam Fischer")
  }

  @Test
  mutating func `t takes person, phone and mail in one line and shows how it was understood`() {
    board.press("# 1 6 enter t")
    board.type("Sam Fischer +49 30 901820 sam@nova.example")
    #expect(board.screen.contains("Sam Fischer · phone +49 30 901820 · mail sam@nova.example"))
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.change) == [.contactSet("Sam Fischer")])
    #expect(
      board.requests.last?.contact
        == ContactEdit(
          name: "Sam Fischer",
          phone: .some("+49 30 901820"),
          mail: .some("sam@nova.example")
        )
    )
  }

  @Test
  mutating func `what is known stands in the line, also where it comes later`() {
    board.press("t")
    board.act(.contactArrived(numbered(15), Self.jo))
    #expect(board.screen.contains("Jo +31 6 1234 jo@mistral.example"))
    board.press("end")
    for _ in 0..<18 { board.press("backspace") }
    board.press("enter")

    #expect(board.requests.isEmpty)
    #expect(
      saved == [ContactEdit(name: "Jo", organization: "mistral.example", mail: .some(nil))]
    )
  }

  @Test
  mutating func `what is known gives way to what is typed, as in the other lines`() {
    board.act(.contactArrived(numbered(15), Self.jo))
    board.press("t")
    board.type("Kim")
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.change) == [.contactSet("Kim")])
  }

  @Test
  mutating func `what was typed meanwhile is not replaced by what is known`() {
    board.press("t end")
    board.type(" 99")
    board.act(.contactArrived(numbered(15), Self.jo))

    #expect(board.screen.contains("Jo 99"))
  }

  @Test
  mutating func `somebody else gets only what was typed, not what was known of the one before`() {
    board.act(.contactArrived(numbered(15), Self.jo))
    board.press("t ctrl-u")
    board.type("Kim +31 6 1234")
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.change) == [.contactSet("Kim")])
    #expect(
      saved
        == [ContactEdit(name: "Kim", organization: "mistral.example", phone: .some("+31 6 1234"))]
    )
  }

  @Test
  mutating func `a person that is known is offered while one types`() {
    board.act(.suggestionsArrived(Suggestions(contacts: ["Sam Fischer", "Kim"])))
    board.press("t ctrl-u")
    board.type("sam")
    board.press("right enter")

    #expect(board.requests.last?.changes.map(\.change) == [.contactSet("Sam Fischer")])
  }

  @Test
  mutating func `a phone without a name is refused, and an empty line names nobody`() {
    board.press("t ctrl-u")
    board.type("+31 6 1234")
    board.press("enter")
    #expect(board.screen.contains("Name the person first"))
    board.press("ctrl-u enter")

    #expect(board.requests.last?.changes.map(\.change) == [.contactSet(nil)])
    #expect(saved.isEmpty)
  }

  // MARK: The form

  @Test
  mutating func `the form has phone and mail of one deal, and keeps what was changed`() {
    board.press("e")
    board.act(.contactArrived(numbered(15), Self.jo))
    #expect(board.screen.contains("Phone           +31 6 1234"))
    board.press("tab tab tab tab tab tab ctrl-u")
    board.type("+31 6 9999")
    board.press("enter")

    #expect(board.requests.isEmpty)
    #expect(
      saved
        == [ContactEdit(name: "Jo", organization: "mistral.example", phone: .some("+31 6 9999"))]
    )
  }

  @Test
  mutating func `in the form another person does not get the phone of the one before`() {
    board.press("e")
    board.act(.contactArrived(numbered(15), Self.jo))
    board.press("tab tab tab tab tab ctrl-u")
    board.type("Kim")
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.change) == [.contactSet("Kim")])
    #expect(saved.isEmpty)
  }

  @Test
  mutating func `who works elsewhere now keeps phone and mail`() {
    board.press("e")
    board.act(.contactArrived(numbered(15), Self.jo))
    board.press("tab tab tab tab ctrl-u")
    board.type("Zephyr Bank")
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.change) == [.organizationSet("Zephyr Bank")])
    #expect(
      saved
        == [
          ContactEdit(
            name: "Jo",
            organization: "Zephyr Bank",
            phone: .some("+31 6 1234"),
            mail: .some("jo@mistral.example")
          )
        ]
    )
  }

  @Test
  mutating func `a mail address without an at sign is refused in the form`() {
    board.press("e tab tab tab tab tab tab tab")
    board.type("jo.example")
    board.press("enter")

    #expect(board.screen.contains("A mail address has an @."))
    #expect(saved.isEmpty)
  }

  @Test
  mutating func `the form of several deals has no phone: it is one person's`() {
    board.press("v j v e")

    #expect(board.screen.contains("Person"))
    #expect(!board.screen.contains("Phone"))
  }

  @Test
  mutating func `a file that may only be read keeps no phone`() {
    var options = BoardOptions()
    options.readOnlyReason = "The file may only be read."
    board = TestBoard(.fixture(SalesTeam.deals), options: options)
    board.press("t")

    #expect(board.said == "The file may only be read.")
  }
}
