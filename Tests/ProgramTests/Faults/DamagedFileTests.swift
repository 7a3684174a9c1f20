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
}
