import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// How the header names of a deals file are understood, and what is said of those that are not.
struct ColumnTests {
  private func bring(_ text: String) throws -> (report: ImportReport, deals: [Deal]) {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let report = try workspace.bring(text)
    return (report, workspace.target.deals)
  }

  @Test(arguments: [
    "deal-value", "Deal-Value", "DealValue", "deal_value", "Deal - Value", "Deal – Value", "AMOUNT",
    "Waarde", "Deal - Waarde", "Deal value (EUR)", "Value in EUR", "Value €",
  ])
  func `a column of values is known by any spelling`(name: String) throws {
    let (report, deals) = try bring("title,stage,\(name)\nA,Lead In,1000\n")

    #expect(deals.map(\.minorUnits) == [100_000])
    #expect(report.warnings == [])
  }

  @Test func `the currency in the name of the values counts where the row names none`() throws {
    let (_, deals) = try bring(
      "title,stage,Value (USD),currency\nA,Lead In,10,\nB,Lead In,10,CHF\n"
    )

    #expect(deals.map(\.currency.code) == ["USD", "CHF"])
  }

  @Test func `a plain column of values goes before one that names a currency`() throws {
    let (report, deals) = try bring("title,stage,Value (USD),Value\nA,Lead In,10,20\n")

    #expect(deals.map(\.minorUnits) == [2_000])
    #expect(deals.map(\.currency) == [.euro])
    #expect(report.warnings.map(\.code) == ["column_doubled"])
  }

  @Test(arguments: [
    ("Deal - Value,Value", "\"Deal - Value\" was used; nothing was taken from \"Value\""),
    ("Value,Deal - Value", "\"Deal - Value\" was used; nothing was taken from \"Value\""),
    ("Amount,Value", "\"Value\" was used; nothing was taken from \"Amount\""),
    (
      "Amount,Value,Bedrag",
      "\"Value\" was used; nothing was taken from \"Amount\" and \"Bedrag\""
    ),
  ])
  func `of columns that mean the same it is said which one was used`(
    names: String,
    words: String
  ) throws {
    let values = names.split(separator: ",").map { $0.hasSuffix("Value") ? "20" : "10" }

    let (report, deals) = try bring(
      "title,stage,\(names)\nA,Lead In,\(values.joined(separator: ","))\n"
    )

    #expect(deals.map(\.minorUnits) == [2_000])
    #expect(report.warnings.map(\.code) == ["column_doubled"])
    #expect(report.warnings.first?.message.contains(words) == true, "\(report.warnings)")
  }

  @Test(arguments: ["Value,Value", "Deal - Value,deal - value ", "Value,VALUE"])
  func `columns of one name are refused`(names: String) throws {
    let (report, _) = try bring("title,stage,\(names)\nA,Lead In,1,2\n")

    #expect(report.refused?.code == "duplicate_header")
  }

  @Test func `values in a column for each currency are refused by both names`() throws {
    let (report, _) = try bring(
      "title,stage,Value (USD),Value (EUR)\nA,Lead In,10,\nB,Lead In,,20\n"
    )

    #expect(report.refused?.code == "several_value_columns")
    #expect(report.refused?.line == 1)
    #expect(report.refused?.columns == ["Value (USD)", "Value (EUR)"])
    let message = try #require(report.refused?.message(file: "deals.csv"))
    #expect(message.contains("\"Value (USD)\" and \"Value (EUR)\""))
  }

  @Test(arguments: ["Value (EUR),Amount EUR", "Amount in EUR,Value €", "Value (eur),Value €"])
  func `of columns of values in one currency the first is used`(names: String) throws {
    let (report, deals) = try bring(
      "title,stage,\(names)\nA,Lead In,10,20\nB,Lead In,,30\n"
    )

    let columns = names.split(separator: ",")
    #expect(report.refused == nil)
    #expect(deals.map(\.minorUnits) == [1_000, nil])
    #expect(deals.map(\.currency) == [.euro, .euro])
    #expect(report.warnings.map(\.code) == ["column_doubled"])
    let words = "\"\(columns[0])\" was used; nothing was taken from \"\(columns[1])\""
    #expect(report.warnings.first?.message.contains(words) == true, "\(report.warnings)")
  }

  @Test func `a currency of old figures is known in a column's name`() throws {
    let (report, deals) = try bring("title,stage,Value (DEM)\nA,Lead In,10\n")

    #expect(deals.map(\.currency.code) == ["DEM"])
    #expect(report.warnings == [])
  }

  @Test func `Pipedrive's Dutch headers and states are understood`() throws {
    let header =
      "Deal - ID,Deal - Titel,Deal - Eigenaar,Deal - Waarde,Deal - Valuta van Waarde,"
      + "Deal - Organisatie,Deal - Contactpersoon,Deal - Fase,Deal - Status,Deal - Deal aangemaakt,"
      + "Deal - Deal gesloten op,Deal - Reden van verlies,Deal - Verwachte sluitdatum\n"
    let (report, deals) = try bring(
      header
        + "7,Koekjes,Ana,1500,EUR,Bakkerij,Joost,Lead In,Verloren,2026-01-02,2026-02-03,Prijs,\n"
    )

    #expect(report.warnings == [])
    let deal = try #require(deals.first)
    #expect(deal.title == "Koekjes")
    #expect(deal.minorUnits == 150_000)
    #expect(deal.organization == "Bakkerij")
    #expect(deal.contact == "Joost")
    #expect(deal.created == (try Day.of("2026-01-02")))
    #expect(deal.status.closedDay == (try Day.of("2026-02-03")))
    #expect(deal.status.lostReason == "Prijs")
  }

  @Test func `columns that are not understood are named`() throws {
    let (report, _) = try bring("title,stage,Mystery,value,,Betrachting\nA,Lead In,x,1,y,z\n")

    #expect(report.warnings.map(\.code) == ["columns_unused"])
    let message = try #require(report.warnings.first?.message)
    #expect(message.contains("the columns Mystery, column 5, Betrachting:"))
  }

  @Test func `columns that are not understood are named as far as a sentence goes`() throws {
    let long = String(repeating: "x", count: 5_000)
    let others = (1...14).map { "Mystery \($0)" }
    let header = (["title", "stage", "value", long] + others).joined(separator: ",")

    let (report, _) = try bring("\(header)\nA,Lead In,1\n")

    let message = try #require(report.warnings.first?.message)
    #expect(message.contains("Mystery 9 and 5 more: their names"))
    #expect(!message.contains("Mystery 10"))
    #expect(message.count < 400)
  }

  @Test func `that no column gives a value is said aloud`() throws {
    let (report, _) = try bring("title,stage,Worth\nA,Lead In,1000\n")

    #expect(report.warnings.map(\.code) == ["value_column_missing", "columns_unused"])
  }

  @Test func `a file that has only what is understood is taken without a word`() throws {
    let (report, _) = try bring("title,stage\nA,Lead In\n")

    #expect(report.warnings == [])
  }

  @Test func `a currency that does not exist is refused`() throws {
    let (report, deals) = try bring(
      "title,stage,value,currency\nA,Lead In,1,XXQ\nB,Lead In,1,chf\n"
    )

    #expect(report.rejected.map(\.code) == ["invalid_currency"])
    #expect(deals.map(\.currency.code) == ["CHF"])
  }
}
