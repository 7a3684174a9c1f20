import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// Files that were damaged at random, from a fixed seed: nothing of them may trap, hang, or reach a
/// workspace that would act on a terminal.
struct MutationTests {
  private struct SplitMix {
    var state: UInt64

    mutating func next(below count: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, count)))
    }
  }

  /// Bytes and texts at which parsers go wrong.
  private static let pieces: [[UInt8]] =
    [[0], [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0x1B, 0x5B, 0x32]]
    + [
      "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "'", "=", "-", "-1", "1e9", "0x1",
      "99999999999999999999",
      "1,234", "1.2.3", "2026-02-30", "2026-03-31T25:00:00Z", "\u{202E}", "{", "}", "[", "]",
      "\\u12",
      "null", "\u{1B}]0;x\u{7}", "(", ")", "  ", "\u{A0}", "Closed Won", "delete", "reopen",
    ].map { Array($0.utf8) }

  /// Damages bytes in one to eight places.
  private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.next(below: 8) {
      let place = random.next(below: bytes.count + 1)
      let length = min(random.next(below: 40), bytes.count - place)
      switch random.next(below: 5) {
      case 0: bytes.removeSubrange(place..<place + length)
      case 1: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 2: if place < bytes.count { bytes[place] = UInt8(random.next(below: 256)) }
      case 3: bytes = Array(bytes[..<place])
      case _: bytes.insert(contentsOf: pieces[random.next(below: pieces.count)], at: place)
      }
    }
    return bytes
  }

  private static let seeds: [String] = [
    "edge-cases/events.csv", "edge-cases/bad_lines.csv", "bad-csv/12_control_characters.csv",
    "bad-csv/17_numbers.csv", "bad-csv/20_quoted_fields.csv", "bad-csv/07_windows1252.csv",
  ]

  private static let texts = [
    "Activity - Subject,Activity - Due date,Activity - Done,Activity - Duration,Deal - ID\n"
      + "Call,2026-03-02,Done,00:30,1\nMail,2026-04-02,To do,,1\n",
    "Note - Content,Deal - ID,Note - Add time\n<p>a &amp; b</p>,1,2026-03-02 10:00:00\n",
    "Person - Name,Person - Phone,Person - Email - Work\nMaya,+372 5,m@x.example\n",
    "Deal Name,Deal Stage,Amount,Close Date,Is Closed Won\nA,Sent (P),12.5,2026-03-01 10:00,true\n",
  ]

  /// Whether a text holds what a terminal would act on.
  private func acts(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar {
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
      default: false
      }
    }
  }

  private func bring(_ bytes: [UInt8]) throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    try workspace.bring("Deal - ID,Deal - Title,Deal - Stage\n1,Acme,Lead In\n")

    let report = try workspace.bring(ImportFile(name: "damaged.csv", bytes: bytes))

    if report.refused != nil { #expect(report.imported == 0) }
    for deal in workspace.target.deals {
      let texts = [deal.title, deal.organization ?? "", deal.contact ?? ""] + deal.labels
      #expect(!texts.contains(where: acts))
      #expect(deal.minorUnits ?? 0 >= 0)
    }
    for rejection in report.rejected { #expect(!rejection.message.isEmpty) }
  }

  @Test(arguments: seeds)
  func `a file damaged at random is read, rejected or refused`(name: String) throws {
    let bytes = try Fixture.bytes(name)
    var random = SplitMix(state: UInt64(name.utf8.count))
    for _ in 0..<120 { try bring(Self.damaged(bytes, &random)) }
  }

  @Test(arguments: texts)
  func `a table that belongs to deals, damaged at random, does no harm`(text: String) throws {
    var random = SplitMix(state: UInt64(text.utf8.count))
    for _ in 0..<120 { try bring(Self.damaged(Array(text.utf8), &random)) }
  }

  @Test func `a workspace damaged at random is read or refused`() throws {
    let record = WorkspaceRecord(
      settings: WorkspaceSettings(timeZone: "UTC", currency: .euro),
      pipelines: [MemoryWorkspace.pipeline(1, "Sales", StageTemplate.defaults)]
    )
    var text = WorkspaceText(record)
    text.append(deal: ["id": 1, "title": "Acme"])
    text.finish()
    let bytes = text.take()
    var random = SplitMix(state: 99)

    for _ in 0..<600 {
      let file = ImportFile(name: "damaged.json", bytes: Self.damaged(bytes, &random))
      do {
        guard try file.isWorkspace() else { continue }
        _ = try WorkspaceSurvey(of: file)
      } catch let refusal as ImportRefusal {
        #expect(refusal.code == "invalid_json")
      }
    }
  }
}
