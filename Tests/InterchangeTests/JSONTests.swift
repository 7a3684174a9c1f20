import Interchange
import Pipeline
import Testing

struct JSONTests {
  @Test(arguments: [
    (4, 7, "0.571429"), (1, 3, "0.333333"), (2, 3, "0.666667"), (-1, 3, "-0.333333"),
    (1, 2_000_000, "0"), (3, 2_000_000, "0.000002"), (5, 2_000_000, "0.000002"),
    (48_000, 1, "48000"), (-15, 2, "-7.5"), (0, 5, "0"), (7, -2, "-3.5"),
  ])
  func `a fraction keeps six decimals, rounded half to even`(
    _ part: Int,
    _ whole: Int,
    _ text: String
  ) {
    let value = JSONValue.fraction(Int128(part), over: Int128(whole))

    #expect(JSONText(value).string == text)
  }

  @Test func `a fraction over nothing is null`() {
    #expect(JSONValue.fraction(3, over: 0) == .null)
  }

  @Test func `an amount keeps the decimals of its currency`() throws {
    let dinar = try #require(Currency(code: "KWD"))

    #expect(
      JSONText(.amount(Money(minorUnits: 750_050, currency: .euro))).string == "7500.5"
    )
    #expect(JSONText(.amount(Money(minorUnits: 1_001, currency: dinar))).string == "1.001")
    #expect(JSONText(.amount(nil)).string == "null")
  }

  @Test func `a binary number is rounded at six decimals and is null where it is none`() {
    #expect(JSONNumber(0.1 + 0.2)?.description == "0.3")
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(Double.infinity) == nil)
  }

  @Test func `what a terminal or JavaScript would obey is escaped`() throws {
    let text = "a\"\\\n\u{1B}[2J\u{7F}\u{9B}\u{2028}é長"

    let json = JSONText(.string(text)).string

    #expect(json == "\"a\\\"\\\\\\n\\u001b[2J\\u007f\\u009b\\u2028é長\"")
    #expect(try JSONParser.parse(Array(json.utf8)) == .string(text))
  }

  @Test func `members keep their order in both layouts`() {
    let value: JSONValue = ["b": 1, "a": [true, nil], "c": [:]]

    #expect(JSONText(value).string == #"{"b":1,"a":[true,null],"c":{}}"#)
    #expect(
      JSONText(value, layout: .indented).string
        == """
        {
          "b": 1,
          "a": [
            true,
            null
          ],
          "c": {}
        }
        """
    )
  }

  @Test(arguments: [
    ("12", "12"), ("-0.5", "-0.5"), ("1.5e2", "150"), ("25E-2", "0.25"), ("0", "0"),
    (#""é""#, #""é""#), (#""\ud83d\ude00""#, #""😀""#), (" [ 1 , 2 ] ", "[1,2]"),
  ])
  func `JSON is read as it stands`(_ text: String, _ written: String) throws {
    #expect(try JSONText(JSONParser.parse(Array(text.utf8))).string == written)
  }

  @Test(arguments: [
    "", "[1,", "[1 2]", "{\"a\" 1}", "{a:1}", "01", "1.", ".5", "+1", "nul", "\"a", "\"\u{1}\"",
    "1 2", "1.0000001", "1e99", "\"\\x\"", String(repeating: "[", count: 100),
  ])
  func `anything else is refused`(_ text: String) {
    #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func `a fault names its line`() {
    let fault = #expect(throws: JSONFault.self) {
      try JSONParser.parse(Array("{\n\"a\":1,\n\"b\" 2}".utf8))
    }

    #expect(fault?.line == 3)
    #expect(fault?.message == "A colon is missing.")
  }

  @Test func `a pipeline is read with its probabilities and limits`() throws {
    let bytes = try Fixture.bytes("edge-cases/pipeline.json")

    let template = try PipelineTemplate(json: bytes)

    #expect(template.name == "Edge cases")
    #expect(template.stages.map(\.name) == StageTemplate.defaults.map(\.name))
    #expect(template.stages.map(\.probability?.percent) == [10, 20, 40, 60, 80])
    #expect(template.stages.map(\.idleLimit) == [14, 14, 21, 21, nil])
  }

  @Test(arguments: [
    #"{"stages":[{"name":"A"}]}"#, #"{"name":"P","stages":[]}"#, #"{"name":"P","stages":[{}]}"#,
    #"{"name":"P","stages":[{"name":"A"},{"name":" a "}]}"#,
    #"{"name":"P","stages":[{"name":"A","probability":101}]}"#,
    #"{"name":"P","stages":[{"name":"A","idle_limit_days":1.5}]}"#, "[", "7",
  ])
  func `what does not describe a pipeline is refused`(_ text: String) {
    #expect(throws: TemplateFault.self) { try PipelineTemplate(json: Array(text.utf8)) }
  }
}
