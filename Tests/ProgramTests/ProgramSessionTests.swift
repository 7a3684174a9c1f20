import Glibc
import TerminalModel
import Testing

/// A session with a script of the shell, which plays the program.
func shell(
  _ script: String,
  terminal: String = "xterm-256color",
  rows: Int = 24,
  columns: Int = 80,
  background: (red: Int, green: Int, blue: Int)? = nil,
  jobControl: Bool = false,
  limit: Duration = .seconds(20)
) throws -> ProgramSession {
  try ProgramSession(
    ["-c", script],
    terminal: terminal,
    rows: rows,
    columns: columns,
    background: background,
    jobControl: jobControl,
    program: .shell,
    limit: limit
  )
}

@Suite struct `A session` {
  @Test func `output is on the screen and the exit code is the program's`() throws {
    let session = try shell("echo ready; exit 7")

    #expect(try session.waitForExit() == .exited(7))

    #expect(session.screenText == "ready")
    #expect(session.rawText == "ready\r\n")
  }

  @Test func `the program's environment is private`() throws {
    let session = try shell(
      "echo $TERM $HOME $TZ $LANG $XDG_DATA_HOME${DEALBOARD_PROGRAM-none}",
      columns: 200
    )

    try session.waitForExit()

    let home = session.home.path
    #expect(session.row(0) == "xterm-256color \(home) UTC C.UTF-8 \(home)/datanone")
  }

  @Test func `what is typed arrives`() throws {
    let session = try shell("read line; echo got $line")

    try session.type("Müller\n")

    try session.waitForText("got Müller")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func `more than the terminal holds can be typed while the program writes`() throws {
    // The kernel keeps 4,096 bytes of input; cat gives back each of the 2,000 lines of 50.
    let session = try shell("stty raw -echo; echo ready; head -c 100000 | wc -c")
    try session.waitForText("ready")

    try session.type(String(repeating: String(repeating: "x", count: 49) + "\n", count: 2_000))

    try session.waitForText("100000")
  }

  @Test func `the size is known and changes`() throws {
    let session = try shell(
      "trap 'stty size' WINCH; stty size; while :; do read x && exit; done",
      rows: 12,
      columns: 50
    )
    try session.waitForText("12 50")

    try session.resize(rows: 30, columns: 100)

    try session.waitForText("30 100")
    #expect(session.model.rows == 30)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func `a signal that ends the program is seen`(number: Int32) throws {
    let session = try shell("echo ready; exec cat")
    try session.waitForText("ready")

    try session.signal(number)

    #expect(try session.waitForExit() == .signalled(number))
  }

  @Test func `ctrl-c interrupts`() throws {
    let session = try shell("echo ready; exec cat")
    try session.waitForText("ready")

    try session.press(.ctrl("c"))

    #expect(try session.waitForExit() == .signalled(SIGINT))
  }

  @Test func `a program whose terminal goes away is hung up`() throws {
    let session = try shell("echo ready; exec cat")
    try session.waitForText("ready")

    session.hangUp()

    #expect(try session.waitForExit() == .signalled(SIGHUP))
  }

  @Test func `waiting in vain says what for and shows the screen`() throws {
    let session = try shell("echo ready; exec cat", limit: .milliseconds(300))
    try session.waitForText("ready")

    let failure = #expect(throws: SessionFailure.self) { try session.waitForText("Acme") }

    #expect(failure?.reason == "Waited 0.3 seconds in vain until \"Acme\" is on the screen.")
    #expect(failure?.screen == "ready")
  }

  @Test func `a program that ends early ends the waiting`() throws {
    let session = try shell("echo no board here; exit 3")

    let failure = #expect(throws: SessionFailure.self) { try session.waitForText("Acme") }

    #expect(
      failure?.reason
        == "The program ended (exit code 3) while waiting until \"Acme\" is on the screen."
    )
    #expect(failure?.screen == "no board here")
  }

  @Test func `a sequence no terminal knows fails the wait`() throws {
    let session = try shell("printf '\\033[5z'; echo ready; exec cat")

    let failure = #expect(throws: SessionFailure.self) { try session.waitForText("ready") }

    #expect(failure?.reason == #"The program wrote what terminals do not know: \e[5z"#)
  }

  @Test func `a program that cannot be started is a failure`() {
    #expect(throws: SystemFailure.self) {
      try ProgramSession(program: ProgramPath("/nowhere/dealboard"))
    }
    #expect(throws: SystemFailure.self) {
      try ProgramSession(jobControl: true, program: ProgramPath("/nowhere/dealboard"))
    }
  }

  @Test func `queries are answered on the program's input`() throws {
    let script = "stty raw -echo; printf '\\033]11;?\\007'; head -c 25 | od -An -c"

    let session = try shell(script, background: (red: 255, green: 0, blue: 18))

    // \e]11;rgb:ffff/0000/1212\e\ has 25 bytes.
    try session.waitForExit()
    #expect(session.screenText.replacing(" ", with: "").contains("]11;rgb:ffff"))
  }
}

@Suite struct `A session, after the end` {
  @Test func `a program that cleans up leaves nothing`() throws {
    let script = "stty raw -echo; tput smcup; tput civis; tput cnorm; tput rmcup; stty sane"
    let session = try shell("before=$(stty -g); \(script); stty $before")

    try session.waitForExit()

    #expect(try session.leftovers() == [])
  }

  @Test func `a program that does not clean up is found out`() throws {
    let session = try shell("stty -echo; tput smcup; tput civis")

    try session.waitForExit()

    let found = try session.leftovers()
    #expect(found.contains("the alternate screen is still on"))
    #expect(found.contains("the cursor is hidden"))
    #expect(found.contains { $0.hasPrefix("the terminal's settings") })
    #expect(try !session.settings().echoes)
    #expect(session.settingsBefore.echoes)
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100",
  ])
  func `the model knows what terminfo says of this terminal`(terminal: String) throws {
    let capabilities = [
      "smcup", "clear", "enacs", "smkx", "bold", "dim", "rev", "smul", "smso", "rmso", "rmul",
      "setaf 1", "setab 4", "op", "smacs", "rmacs", "sgr0", "civis", "cvvis", "cnorm", "cup 3 3",
      "hpa 2", "vpa 2", "cuu 1", "cud 1", "cuf 1", "cub 1", "ed", "el", "el1", "ech 3", "ich 2",
      "dch 2", "il 1", "dl 1", "indn 1", "rin 1", "ri", "ind", "nel", "csr 2 5", "csr 0 23", "sc",
      "rc", "smir", "rmir", "cbt", "ht", "rmam", "smam", "bel", "flash", "oc", "rmkx", "rmcup",
    ]
    let script = capabilities.map { "tput \($0)" }.joined(separator: "; ")

    let session = try shell("\(script); tput sgr0; exit 0", terminal: terminal)

    #expect(try session.waitForExit() == .exited(0))
    #expect(try session.leftovers() == [])
  }
}

@Suite struct `A session under job control` {
  @Test func `ctrl-z stops the program and it goes on afterwards`() throws {
    let session = try shell("stty -echo; echo ready; exec cat", jobControl: true)
    try session.waitForText("ready")

    try session.press(.ctrl("z"))
    #expect(try session.waitForStop() == SIGTSTP)
    try session.resume()
    try session.type("Acme\n")

    try session.waitForText("Acme")
    try session.press(.ctrl("d"))
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func `the program's end is seen through the leader`() throws {
    let session = try shell("echo ready; exec cat", jobControl: true)
    try session.waitForText("ready")

    try session.signal(SIGTERM)

    #expect(try session.waitForExit() == .signalled(SIGTERM))
  }

  @Test func `a program that ends was not stopped`() throws {
    let session = try shell("exit 4", jobControl: true)

    #expect(throws: SessionFailure.self) { try session.waitForStop() }
  }
}
