/// How the people at the sample's customers are reached.
enum SampleContacts {
  /// The contacts of a customer; numbers and addresses are of those kept for examples.
  static func contacts(of customer: SampleMarket.Customer) -> [Contact] {
    Set(customer.contacts).sorted().enumerated().map { place, name in
      let number = 100 + (customer.number * 2 + place) % 100
      let isAmerican = customer.currency == SampleData.secondCurrency
      return Contact(
        name: name,
        organization: customer.organization,
        // 555-0100 to 555-0199 are nobody's (NANP); 0306 999 likewise (Ofcom).
        phone: isAmerican ? "+1 212 555 0\(number)" : "+44 306 999 0\(number)",
        mail: "\(letters(name, joinedBy: "."))@\(letters(customer.name, joinedBy: "-")).example"
      )
    }
  }

  /// The small letters of a text's words, without their marks.
  private static func letters(_ text: String, joinedBy mark: String) -> String {
    let words = text.split(separator: " ").map { word in
      String(decoding: FoldedText(word).bytes.filter { 97...122 ~= $0 }, as: UTF8.self)
    }
    return words.filter { !$0.isEmpty }.joined(separator: mark)
  }
}
