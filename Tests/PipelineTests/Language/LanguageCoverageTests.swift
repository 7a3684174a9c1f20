import Foundation
import Testing

@testable import Pipeline

/// The sources hold every text in English; every other language has all of them.
@Suite struct LanguageCoverageTests {
  /// The sources of some modules.
  private static func files(of modules: [String]) throws -> [(name: String, source: String)] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources").standardized
    return try modules.flatMap { module in
      let folder = sources.appending(path: module)
      let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
        .map { file in
          (
            "\(module)/\(file)",
            try String(contentsOf: folder.appending(path: file), encoding: .utf8)
          )
        }
    }
  }

  /// The texts in the sources of some modules, by file.
  private static func texts(of modules: [String]) throws -> [(file: String, SwiftTexts.Text)] {
    try files(of: modules).flatMap { name, source in
      SwiftTexts(source).texts.map { (name, $0) }
    }
  }

  /// The key of a text: spaces around it stay as they are.
  private static func key(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func keys() throws -> Set<String> {
    // The palette's words are phrases by the type of their table.
    let phrases = try texts(of: ["Pipeline", "Interchange", "Board", "Store", "dealboard"]).filter {
      file,
      text in
      text.isPhrase || file.hasSuffix("Command+Keywords.swift") && text.text.count > 1
    }
    return Set(phrases.map { key($0.1.text) })
  }

  /// Names of closed sets, which are phrases by their raw values, and nouns that are counted.
  private static let names: Set<String> = {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let nouns = [
      "deal", "day", "change", "closed deal", "decision", "more change", "move", "new deal",
      "open deal", "lost deal", "slip", "step", "line", "row",
    ]
    return Set(
      months + weekdays + nouns + nouns.map { $0 + "s" }
        + ConversionPolicy.allCases.map(\.rawValue) + ColumnOrder.allCases.map(\.rawValue)
        + ActivityKind.allCases.map(\.rawValue) + Waterfall.Cause.allCases.map(\.rawValue)
        + FigureName.Omission.allCases.map(\.rawValue) + ["count", "value"] + [
          "month", "quarter", "year",
        ]
        + ["better", "worse", "level", "activities", "minute", "minutes"]
        + ["weighted", "open", "commit", "best case", "pipeline", "deals"]
    )
  }()

  @Test func `every text of the sources is there in Dutch`() throws {
    let keys = try Self.keys()

    let missing = keys.union(Self.names).filter { DutchTexts.all[$0] == nil }

    #expect(keys.count > 900)
    #expect(missing.sorted() == [])
  }

  @Test func `every Dutch text is one of the sources'`() throws {
    let keys = try Self.keys().union(Self.names)

    let left = DutchTexts.all.keys.filter { !keys.contains($0) }

    #expect(left.sorted() == [])
  }

  @Test func `a Dutch text has the values of its English one, each once`() {
    func values(_ text: String) -> [Character] {
      zip(text, text.dropFirst()).filter { $0 == "%" && $1.isNumber }.map(\.1).sorted()
    }

    let wrong = DutchTexts.all.filter { values($0.key) != values($0.value) }

    #expect(wrong.keys.sorted() == [])
  }

  @Test func `every sentence and heading that the board draws is a phrase`() throws {
    // Two words, or one with a capital: names of keys, fields and settings are neither.
    let sentence = try Regex("[A-Za-z]{2}[a-z,;:]* +[a-z]{2}|^[A-Z][a-z]{2}")
    // A name of a raw value, of a month or of a weekday is looked up by its name.
    let spared = ["case step = ", "case bestCase = "]

    let plain = try Self.texts(of: ["Board"]).filter { file, text in
      !text.isPhrase && !file.hasSuffix("Command.swift")
        && !file.hasSuffix("Command+Keywords.swift")
        && !file.hasSuffix("DayText.swift")
        && !spared.contains { text.before.hasSuffix($0) } && !Self.names.contains(text.text)
        && text.text.contains(sentence)
    }

    #expect(plain.map { "\($0.0): \($0.1.text)" } == [])
  }

  @Test func `no text stays in the language that it was first said in`() throws {
    // A constant is made once: a phrase in it would be what the first board said.
    let constant = try Regex("static let [^{}]*?= *(\\[[^\\]]*?|[^\\n]*?)[^a-zA-Z]phrase\\(")

    let kept = try Self.files(of: ["Pipeline", "Board", "Store", "dealboard"]).filter { _, source in
      source.contains(constant)
    }

    #expect(kept.map(\.name) == [])
  }
}
