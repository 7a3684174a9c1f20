import Foundation
import TerminalModel
import Testing

@Suite(.enabled(if: SharedHost.isPossible, "only root may act as several users"))
struct `A workspace that is shared on one host` {
  private let host: SharedHost
  private let ana = SharedHost.people[0]
  private let ben = SharedHost.people[1]

  init() throws {
    host = try SharedHost()
    #expect(try host.run(ana, "add", "Acme").status == 0)
    let shared = try host.run(ana, "share", "\(SharedHost.team)", "--json")
    #expect(shared.status == 0, "\(shared.error)")
    #expect(try JSON(shared.output)["group"] == .string("\(SharedHost.team)"))
    #expect(try JSON(shared.output)["warnings"] == [])
  }

  @Test func `belongs to the group, with its folder and its companions`() throws {
    #expect(try host.permissions() == [0o2770, SharedHost.team])
    for name in try host.names {
      #expect(try host.permissions(name) == [0o660, SharedHost.team], "\(name)")
    }
  }

  @Test func `takes six people's changes at once, each under their own name`() async throws {
    let host = host
    let runs = try await withThrowingTaskGroup(of: ProgramRun.self) { group in
      for person in SharedHost.people {
        for number in 1...3 {
          group.addTask { try host.run(person, "add", "\(person.login) \(number)") }
        }
      }
      return try await group.reduce(into: [ProgramRun]()) { $0.append($1) }
    }

    #expect(runs.map(\.status).allSatisfy { $0 == 0 }, "\(runs.map(\.error))")
    let log = try JSON(try host.run(ben, "log", "--json").output).elements
    let actors = log.map { $0["actor"] }
    for person in SharedHost.people {
      let count = person == ana ? 4 : 3
      #expect(actors.filter { $0 == .string(person.login) }.count == count)
    }
    for name in try host.names {
      #expect(try host.permissions(name) == [0o660, SharedHost.team], "\(name)")
    }
  }

  @Test func `is changed while another's board is open, and the board shows it`() throws {
    let board = try host.board(ben)
    try board.waitForText("Acme")

    #expect(try host.run(ana, "add", "Brick").status == 0)

    try board.waitForText("Brick")
    #expect(try host.names.contains("pipeline.db-wal"))
    for name in try host.names {
      #expect(try host.permissions(name) == [0o660, SharedHost.team], "\(name)")
    }
    try board.type("q")
    try board.waitForExit()
  }

  @Test func `has the minutes of meetings that were held before it was shared`() throws {
    #expect(try host.run(ana, "share", "--off").status == 0)
    let folder = host.folder + "/minutes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try "# Review".write(toFile: folder + "/old.md", atomically: true, encoding: .utf8)
    for path in [folder, folder + "/old.md"] {
      chown(path, UInt32(ana.id), UInt32(ana.id))
      chmod(path, path == folder ? 0o700 : 0o600)
    }

    let shared = try host.run(ana, "share", "\(SharedHost.team)", "--json")

    #expect(shared.status == 0, "\(shared.error)")
    #expect(try JSON(shared.output)["warnings"] == [])
    #expect(try host.permissions("minutes") == [0o2770, SharedHost.team])
    #expect(try host.permissions("minutes/old.md") == [0o660, SharedHost.team])

    #expect(try host.run(ana, "share", "--off").status == 0)
    #expect(try host.permissions("minutes")[0] == 0o700)
    #expect(try host.permissions("minutes/old.md")[0] == 0o600)
  }

  @Test func `warns of minutes that are somebody else's`() throws {
    let folder = host.folder + "/minutes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    chown(folder, UInt32(ben.id), UInt32(ben.id))
    chmod(folder, 0o700)

    let shared = try host.run(ana, "share", "\(SharedHost.team)", "--json")

    #expect(shared.status == 0, "\(shared.error)")
    let warnings = try JSON(shared.output)["warnings"].elements.compactMap(\.text)
    #expect(warnings.contains { $0.contains("cannot write minutes") })
  }

  @Test func `is backed up for the same people`() throws {
    let path = host.folder + "/copy.db"

    #expect(try host.run(ben, "backup", path).status == 0)

    #expect(try host.permissions("copy.db") == [0o660, SharedHost.team])
  }

  @Test func `stays closed to everybody else`() throws {
    let run = try host.run(SharedHost.stranger, "list")

    #expect(run.status == 77)
    #expect(run.output.isEmpty)
  }

  @Test func `can be closed again by its owner, and by nobody else`() throws {
    let refused = try host.run(ben, "share", "--off")
    #expect(refused.status == 77)
    #expect(refused.error.contains("it is someone else's"))

    #expect(try host.run(ana, "share", "--off").status == 0)

    #expect(try host.permissions()[0] == 0o700)
    for name in try host.names { #expect(try host.permissions(name)[0] == 0o600, "\(name)") }
    #expect(try host.run(ben, "list").status == 77)
    #expect(try host.run(ana, "list").status == 0)
  }

  @Test func `is not given to a group that its owner is not in`() throws {
    #expect(try host.run(ana, "share", "--off").status == 0)

    let run = try host.run(ana, "share", "60002")

    #expect(run.status == 77)
    #expect(run.error.contains("you are not in the group"))
    #expect(try host.permissions()[0] == 0o700)
    #expect(try host.permissions("pipeline.db")[0] == 0o600)
  }
}

@Suite struct `Sharing` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed("add", "Acme")
  }

  @Test func `says who may use the file`() throws {
    #expect(try runner.json("share")["group"] == nil)
    #expect(try runner.succeed("share").contains("is its owner's alone"))
  }

  @Test func `with a group that is not there is refused`() throws {
    let run = try runner.run("share", "no-such-group")

    #expect(run.status == 64)
    #expect(run.error.contains("has no group \"no-such-group\""))
  }

  @Test func `warns of a folder above that the group cannot enter, and of what else is there`()
    throws
  {
    try runner.home.write("private", to: "data/dealboard/notes.txt")

    let shared = try runner.json("share", "\(getegid())")

    let warnings = shared["warnings"].elements.compactMap(\.text)
    #expect(warnings.count == 2)
    #expect(warnings.contains { $0.contains("closed to it") })
    #expect(warnings.contains { $0.contains("notes.txt") })
  }

  @Test func `leaves a home folder as it is`() throws {
    let file = runner.home["pipeline.db"]
    try runner.succeed("add", "Acme", "--file", file)

    let run = try runner.run("share", "\(getegid())", "--file", file)

    #expect(run.status == 77)
    #expect(run.error.contains("a folder of its own"))
    let home = try FileManager.default.attributesOfItem(atPath: runner.home.path)
    #expect(home[.posixPermissions] as? Int == 0o700)
  }
}
