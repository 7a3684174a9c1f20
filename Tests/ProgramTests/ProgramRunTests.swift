import Glibc
import TerminalModel
import Testing

@Suite struct `A run` {
  @Test func `both outputs and the exit code come back apart`() throws {
    let run = try ProgramRun.run(["-c", "echo out; echo err >&2; exit 65"], program: .shell)

    #expect(run.output == "out\n")
    #expect(run.error == "err\n")
    #expect(run.status == 65)
  }

  @Test func `input larger than a pipe comes through`() throws {
    let input = String(repeating: "0123456789", count: 100_000)

    let run = try ProgramRun.run([], input: input, program: ProgramPath("/bin/cat"))

    #expect(run.outputBytes.count == 1_000_000)
  }

  @Test func `a program that reads nothing is no failure`() throws {
    let input = String(repeating: "x", count: 1_000_000)

    #expect(try ProgramRun.run([], input: input, program: ProgramPath("/bin/true")).status == 0)
  }

  @Test func `the environment is private, with changes`() throws {
    let home = try PrivateHome()

    let run = try ProgramRun.run(
      ["-c", "echo $HOME $NO_COLOR ${TZ-none}; pwd"],
      environment: ["NO_COLOR": "1", "TZ": nil],
      home: home,
      program: .shell
    )

    #expect(run.output == "\(home.path) 1 none\n\(home.path)\n")
  }

  @Test func `there is no terminal to ask`() throws {
    #expect(try ProgramRun.run(["-c", "</dev/tty"], program: .shell).status != 0)
  }

  @Test func `a program that does not end is a failure that shows its output`() throws {
    let failure = #expect(throws: RunFailure.self) {
      try ProgramRun.run(
        ["-c", "echo begun; exec cat /dev/zero >/dev/null"],
        program: .shell,
        limit: .milliseconds(300)
      )
    }

    #expect(failure?.description.contains("begun") == true)
  }

  @Test func `a signal counts as in a shell`() throws {
    #expect(try ProgramRun.run(["-c", "kill -TERM $$"], program: .shell).status == 128 + SIGTERM)
  }

  @Test func `a home goes with the last that refers to it`() throws {
    var home: PrivateHome? = try PrivateHome()
    let path = try #require(home?.path)
    try home?.write("Acme", to: "deals.csv")
    #expect(try home?.read("deals.csv") == "Acme")

    home = nil

    #expect(access(path, F_OK) != 0)
  }
}
