import Pipeline
import Testing

@Suite struct ContactLineTests {
  @Test(arguments: [
    (
      "Sam Fischer +49 30 901820 sam@falcon.example",
      ContactLine(name: "Sam Fischer", phone: "+49 30 901820", mail: "sam@falcon.example")
    ),
    (
      "Sam sam@falcon.example (030) 901820 ext 5",
      ContactLine(name: "Sam", phone: "(030) 901820 ext 5", mail: "sam@falcon.example")
    ),
    ("  Ana  de   Vries ", ContactLine(name: "Ana de Vries", phone: nil, mail: nil)),
    ("06-1234", ContactLine(name: nil, phone: "06-1234", mail: nil)),
    ("@home me@", ContactLine(name: "@home me@", phone: nil, mail: nil)),
    ("", ContactLine(name: nil, phone: nil, mail: nil)),
  ])
  func `a line is a name, a number and an address`(text: String, line: ContactLine) throws {
    #expect(try ContactLine(text) == line)
  }

  @Test func `a second address is refused, so that none is lost`() {
    #expect(throws: ContactLine.Failure.twoAddresses("a@x.example", "b@x.example")) {
      try ContactLine("Sam a@x.example b@x.example")
    }
  }

  @Test func `what is known comes back as it is typed`() throws {
    let text = "Sam Fischer +49 30 901820 sam@falcon.example"

    #expect(try ContactLine(text).text == text)
    #expect(ContactLine(name: nil, phone: nil, mail: nil).text == "")
  }

  @Test func `an edit leaves what it does not name, and forgets what it names as nothing`() {
    let known = Contact(name: "Sam", organization: "Falcon", phone: "1", mail: "s@f.example")

    #expect(
      ContactEdit(name: "Sam", organization: "Falcon", phone: .some("2")).applied(to: known)
        == Contact(name: "Sam", organization: "Falcon", phone: "2", mail: "s@f.example")
    )
    #expect(
      ContactEdit(name: "Sam", phone: .some(nil), mail: .some(nil)).applied(to: known)
        == Contact(name: "Sam")
    )
    #expect(
      ContactEdit(name: "Sam", mail: .some("x@f.example")).applied(to: nil)
        == Contact(name: "Sam", mail: "x@f.example")
    )
  }
}
