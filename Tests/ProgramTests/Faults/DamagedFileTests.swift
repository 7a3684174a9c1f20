import Foundation
import TerminalModel
import Testing

@Suite struct `A damaged file` {
  @Test func `that was cut off is refused and left as it is, and the doctor names what is lost`()
    throws
  {
    let file = try FaultyFile()
    // The list of the tables alone takes more than these.
    try file.write(file.bytes.prefix(2 * 4_096))
    let before = try file.runner.fileBytes()

    for command in [["list"], ["add", "New"], ["win", "1"]] {
      let run = try file.runner.run(command)
      #expect(run.status == 65, "\(command)")
      #expect(run.error.contains("is damaged"), "\(command)")
      #expect(run.error.contains("`dealboard doctor` says what is lost"), "\(command)")
    }
    let doctor = try file.runner.run(["doctor"])

    #expect(doctor.status == 65)
    #expect(doctor.output.contains("not even the list of its tables can be read."))
    #expect(doctor.output.contains("go back to a backup"))
    #expect(try file.runner.fileBytes() == before)
  }

  @Test func `that was cut off within its last page gives what can be read, and says so`() throws {
    let file = try FaultyFile()
    // The list of the tables takes the last page of a file of three deals.
    let rows = "Title,Stage\n" + (1...200).map { "Brick \($0),Lead In\n" }.joined()
    #expect(try file.runner.run(["import", "-"], input: rows).status == 0)
    try file.write(file.bytes.dropLast(1))
    let before = try file.runner.fileBytes()
    let sentence =
      "\(file.path) is damaged: it is shorter than it says. Nothing is written to it any more; "
      + "`dealboard doctor` says what is lost.\n"

    let (list, add) = (try file.runner.run("list"), try file.runner.run("add", "New"))
    let (doctor, stages) = (try file.runner.run("doctor"), try file.runner.run("stages", "list"))

    #expect(list.status == 65)
    #expect(list.error == sentence)
    #expect(list.output.contains("Acme 2"))
    #expect(add.status == 65)
    #expect(add.error == "Error: " + sentence)
    #expect(stages.status == 65)
    #expect(stages.output.contains("Negotiations Started"))
    #expect(doctor.status == 65)
    #expect(try file.runner.fileBytes() == before)
  }

  @Test func `with a zeroed page is read by the doctor, who names the deals that were on it`()
    throws
  {
    let file = try FaultyFile()
    for page in try file.pages(holding: "Acme 2") where page > 0 {
      try file.overwrite(at: page * 4_096, with: Data(count: 4_096))
    }
    let before = try file.runner.fileBytes()

    let doctor = try file.runner.run(["doctor", "--json"])

    #expect(doctor.status == 65)
    #expect(doctor.output.contains("lost_deals"))
    #expect(try file.runner.run(["list"]).status == 65)
    #expect(try file.runner.fileBytes() == before)
  }

  @Test func `with a zeroed page gives what can be read, and is not written`() throws {
    let file = try FaultyFile()
    try file.overwrite(at: pageOfDeals(file) * 4_096, with: Data(count: 4_096))
    let before = try file.runner.fileBytes()

    for command in [
      ["list"], ["add", "New"], ["win", "2"], ["note", "2", "x"], ["undo"], ["delete", "2"],
    ] {
      let run = try file.runner.run(command)
      #expect(run.status == 65, "\(command)")
      #expect(run.error.contains("\(file.path) is damaged"), "\(command): \(run.error)")
      #expect(run.error.contains("`dealboard doctor` says what is lost"), "\(command)")
    }
    let (stages, log) = (try file.runner.run("stages", "list"), try file.runner.run("log"))

    #expect(stages.status == 0)
    #expect(stages.output.contains("Negotiations Started"))
    #expect(log.status == 0)
    #expect(log.output.contains("created in Lead In"))
    #expect(try file.runner.fileBytes() == before)
  }

  @Test func `with one bit flipped in a title is told by the doctor, and left as it is`() throws {
    let file = try FaultyFile()
    let place = try pageOfDeals(file) * 4_096
    let title = try #require(try file.bytes[place...].range(of: Data("Acme 2".utf8)))
    // "b" is "c" with its last bit flipped.
    try file.overwrite(at: title.lowerBound + 1, with: Data("b".utf8))
    let before = try file.runner.fileBytes()

    let list = try file.runner.run("list")
    let doctor = try file.runner.run("doctor")

    #expect(list.status == 0)
    #expect(doctor.status == 65)
    #expect(doctor.output.contains("Deal 2 differs from its log: title."))
    #expect(try file.runner.fileBytes() == before)
  }

  /// The page of the deals as they are: after those of the steps and of the log, and before the
  /// index's.
  private func pageOfDeals(_ file: FaultyFile) throws -> Int {
    let pages = try file.pages(holding: "Acme 2")
    try #require(pages.count == 4)
    return pages[2]
  }
}
