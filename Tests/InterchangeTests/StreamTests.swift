import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// Hands out bytes in parts of a given size.
struct TricklingSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    self.rest = bytes[...]
    self.size = size
  }

  mutating func read(upTo count: Int) -> [UInt8] {
    let part = rest.prefix(min(size, count))
    rest = rest.dropFirst(part.count)
    return Array(part)
  }
}

/// Numbers from a seed, the same in every run (SplitMix64, Steele, Lea and Flood).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

struct StreamTests {
  private static let messy =
    "title,stage,value\r\n\"A \"\"B\"\"\r\nC\",Lead In,1\r\n\r\n\"x\"y,Lead In,2\n"
    + "Émile \u{1F600},Lead In,\n\"\",Lead In,3\nlast,Lead In,4"

  @Test(arguments: [1, 2, 3, 7, 64])
  func `parts of any size give the same deals`(_ size: Int) throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    // Larger than what is looked at first, so that the reader meets the parts as they are.
    let padding = String(repeating: "p,Lead In,9\n", count: 6000)
    let bytes = Array((Self.messy + "\n" + padding + Self.messy.dropFirst(18)).utf8)
    let file = ImportFile(name: "deals.csv") { TricklingSource(bytes, size: size) }

    let report = try workspace.bring(file)

    let titles = ["A \"B\" C", "xy", "Émile \u{1F600}", "last"]
    #expect(workspace.target.deals.map(\.title).filter { $0 != "p" } == titles + titles)
    #expect(
      report.rejected.map { "\($0.line) \($0.code)" } == ["7 empty_title", "6014 empty_title"]
    )
    #expect(report.imported == 6008)
  }

  @Test func `a carriage return alone ends lines where there is no other line end`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring("title,stage\rA,Lead In\rB,Nowhere\r")

    #expect(report.imported == 1)
    #expect(report.rejected.map(\.line) == [3])
  }

  @Test func `bytes that stop being UTF-8 late are read as Windows-1252 from the start`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let rows = String(repeating: "p,Lead In\n", count: 9000)
    let bytes = Array(("title,stage\n" + rows).utf8) + [0xC9] + Array("mile,Lead In\n".utf8)

    let report = try workspace.bring(ImportFile(name: "d.csv", bytes: bytes))

    #expect(report.warnings.map(\.code) == ["encoding_fallback"])
    #expect(report.imported == 9001)
    #expect(workspace.target.deals.last?.title == "Émile")
  }

  @Test func `a quote that is never closed in a long file is refused on its line`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let rows = String(repeating: "pppppppppppppppppppp,Lead In\n", count: 200_000)

    let report = try workspace.bring("title,stage\nA,Lead In\n\"B,Lead In\n" + rows)

    #expect(report.refused == ImportRefusal(.unterminatedQuote, line: 3))
    #expect(workspace.target.deals == [])
  }

  @Test func `UTF-16 without its mark is told from damage`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let bytes: [UInt8] = "title,stage\n".utf8.flatMap { [$0, 0] as [UInt8] }

    let report = try workspace.bring(ImportFile(name: "d.csv", bytes: bytes))

    #expect(report.refused?.code == "utf16")
  }

  @Test(arguments: [(0, "utf32"), (1, "utf32"), (2, "utf32"), (3, "utf32"), (4, "nul_byte")])
  func `UTF-32 and zeros are called what they are`(kind: Int, code: String) throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let text = Array("title,stage\n".utf8)
    let little: [UInt8] = text.flatMap { [$0, 0, 0, 0] as [UInt8] }
    let big: [UInt8] = text.flatMap { [0, 0, 0, $0] as [UInt8] }
    let bytes: [UInt8] =
      switch kind {
      case 0: little
      case 1: big
      case 2: [0xFF, 0xFE, 0, 0] + little
      case 3: [0, 0, 0xFE, 0xFF] + big
      default: [UInt8](repeating: 0, count: 64)
      }

    let report = try workspace.bring(ImportFile(name: "d.csv", bytes: bytes))

    #expect(report.refused?.code == code)
  }

  @Test(arguments: [
    "bad-csv/17_numbers.csv", "bad-csv/15_dates.csv", "bad-csv/20_quoted_fields.csv",
    "bad-csv/12_control_characters.csv", "bad-csv/07_windows1252.csv", "bad-csv/06_semicolon.csv",
    "edge-cases/bad_lines.csv", "edge-cases/events.csv", "seed-example/current_deals.csv",
  ])
  func `a file with random damage is taken or refused, never a trap`(_ name: String) throws {
    let original = try Fixture.bytes(name)
    var numbers = SeededNumbers(seed: 42)
    let nasty: [UInt8] = Array("\",;\n\r-.0179 eE'=Z:T".utf8) + [0, 0x80, 0xC2, 0xE2, 0xFF]

    for _ in 0..<150 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &numbers) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] = nasty.randomElement(using: &numbers) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(nasty.randomElement(using: &numbers) ?? 0, at: place)
        }
      }
      var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
      let report = try workspace.bring(ImportFile(name: "d.csv", bytes: bytes))
      if report.refused != nil { #expect(workspace.target.deals.isEmpty) }
      #expect(workspace.target.deals.count == report.imported)
    }
  }
}
