import CGuard
import CNcurses
import Glibc

/// The terminal's screen and keyboard: the one place that calls curses.
///
/// Only one can be open at a time, and only the thread that opened it may use it. Whatever ends the
/// process, the terminal is given back as it was found.
///
/// Curses draws; keys are read and understood here (`KeyParser`), because it knows neither pasted
/// text nor how to swallow what is broken.
public final class Screen {
  /// The number of rows, at least 1.
  public private(set) var rows = 1
  /// The number of columns, at least 1.
  public private(set) var columns = 1
  /// How many colours the screen shows.
  public let colorDepth: ColorDepth
  /// Whether the terminal shows more than ASCII, as the active locale says.
  public let isUnicode: Bool
  /// Whether its fonts have more signs than those of ASCII and letters.
  public var hasSigns: Bool { capabilities.hasSigns }
  /// Whether the mouse is reported.
  public internal(set) var usesMouse: Bool

  let input: Int32
  let output: Int32
  let capabilities: TerminalCapabilities
  let window: UnsafeMutablePointer<WINDOW>
  var styles: StyleTable
  var line: [cchar_t] = []
  var sentStyles: [Int] = []
  var parser: KeyParser
  var buffer = [UInt8](repeating: 0, count: 4096)
  var inputHasEnded = false
  /// When input came last, by the monotonic clock: across waits, or a short one would never lose patience.
  var lastInput = 0
  var cursor: (row: Int, column: Int)?
  /// Whether the process is to be stopped once the keys before that are acted on.
  var isStopWanted = false
  let signals: Wake
  /// What is done around the moment in which the process is stopped: it is handed what stops it, and
  /// what returns once it goes on.
  ///
  /// Other threads are stopped with it, and should hold nothing then that others wait for.
  public var aroundStop: (() -> Void) -> Void = { $0() }
  let frame: FrameOutput
  var pacing = LinePacing()
  /// Nil where the terminal's styles are its own.
  var merger: SequenceMerger?
  /// Whether the next frame is curses' first after the terminal was lent: it sets modes meanwhile, for
  /// which its descriptor has to lead to the terminal.
  var takesTerminalAgain = false
  /// Nil once closed.
  private var curses: OpaquePointer?
  private let stream: UnsafeMutablePointer<FILE>

  /// Takes over the terminal: another screen, single keys, no echo, no cursor, paste and mouse reported.
  ///
  /// The locale has to be active before (`CharacterLocale.activate`).
  ///
  /// Throws `.notATerminal`, `.unknownTerminal`, `.lacking` or `.system` (`EBUSY` where another screen
  /// is open); the terminal is then as it was.
  public init(_ options: ScreenOptions) throws(TerminalError) {
    input = options.input
    output = options.output
    guard isatty(input) == 1 else { throw .notATerminal(.input) }
    guard isatty(output) == 1 else { throw .notATerminal(.output) }
    signals = try Wake()
    capabilities = try TerminalCapabilities(
      name: options.terminalName,
      output: output,
      rows: Self.size(of: output)?.rows ?? 24
    )
    parser = KeyParser(table: capabilities.keys)
    isUnicode = CharacterLocale.isUnicode

    let reset = capabilities.resetBytes.map { CChar(bitPattern: $0) }
    guard guard_remember(input, output, reset, reset.count) == 0 else { throw .system(code: errno) }
    // Curses closes nothing and Swift cannot name the C library's stdout, so it gets a stream of its own.
    guard let stream = fdopen(fcntl(output, F_DUPFD_CLOEXEC, 3), "w") else {
      throw .system(code: errno)
    }
    self.stream = stream
    frame = FrameOutput(curses: fileno(stream), terminal: output)
    merger = SequenceMerger(resettingBy: capabilities.styleReset)
    // Before newterm, so that no moment is unguarded; curses leaves signals alone that have a handler.
    guard_survive_failed_writes()
    guard_hold_errors()
    guard_watch(signals.writeDescriptor)
    if options.asksBeforeEnd { guard_ask_before_end() }
    guard_arm()
    // Curses uses the input's descriptor for modes only, so the stream need not be open for reading.
    guard let curses = newterm(options.terminalName, stream, stream),
      let window = curses_standard_window()
    else {
      Self.letGo(of: stream)
      throw .unknownTerminal(name: options.terminalName)
    }
    self.curses = curses
    self.window = window

    colorDepth = Self.startColor(capabilities, usesColor: options.usesColor)
    styles = StyleTable(depth: colorDepth, hasDim: capabilities.hasDim)
    usesMouse = options.usesMouse && capabilities.hasPrivateModes
    Self.setModes(input, window)
    tellModes(on: true)
    takeSize()
  }

  deinit {
    close()
  }

  /// Gives the terminal back, for good.
  ///
  /// Nothing can be drawn or read afterwards; closing twice does no harm.
  public func close() {
    guard let curses else { return }
    awaitStatus()
    self.curses = nil
    tellModes(on: false)
    endwin()
    guard_restore_modes()
    if !capabilities.hasOtherScreen {
      // The shell's prompt goes below what was drawn.
      fputs("\r\n", stream)
      fflush(stream)
    }
    delscreen(curses)
    Self.letGo(of: stream)
  }

  /// Ends the process by the signal that was reported as `.endWanted`, so that its parent learns why;
  /// returns where none was.
  public static func endAsAsked() {
    guard_end_as_asked()
  }

  private static func letGo(of stream: UnsafeMutablePointer<FILE>) {
    guard_disarm()
    guard_unwatch()
    guard_release_errors()
    fclose(stream)
  }

  private static func startColor(
    _ capabilities: TerminalCapabilities,
    usesColor: Bool
  ) -> ColorDepth {
    guard usesColor, has_colors(), start_color() == OK else { return .none }
    // Where the terminal cannot go back to its own colours, curses' pair 0 is what it calls them.
    use_default_colors()
    return capabilities.colorDepth
  }

  private static func setModes(_ input: Int32, _ window: UnsafeMutablePointer<WINDOW>) {
    cbreak()
    noecho()
    nonl()
    // The keyboard's signals stay, for ctrl-z; flow control goes, since ctrl-s looks like a crash,
    // and with it the keys that edit a line.
    var modes = termios()
    if tcgetattr(input, &modes) == 0 {
      modes.c_iflag &= ~tcflag_t(IXON)
      modes.c_lflag &= ~tcflag_t(IEXTEN)
      // Ctrl-z would throw away what was typed before it.
      modes.c_lflag |= tcflag_t(NOFLSH)
      tcsetattr(input, TCSANOW, &modes)
      def_prog_mode()
    }
    keypad(window, true)
    // Otherwise curses puts off drawing while keys wait; here they are drained before.
    typeahead(-1)
    leaveok(window, true)
    curs_set(0)
  }
}

// MARK: - Size and modes

extension Screen {
  /// Takes over the terminal's present size.
  func takeSize() {
    if let size = Self.size(of: output) { resize_term(Int32(size.rows), Int32(size.columns)) }
    rows = max(1, Int(getmaxy(window)))
    columns = max(1, Int(getmaxx(window)))
    line = [cchar_t](repeating: cchar_t(), count: columns)
  }

  /// The size that the terminal reports; nil where it does not know, as over a serial line.
  static func size(of output: Int32) -> (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return nil
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Turns reports of pasted text and the mouse on, or all of them off.
  func tellModes(on: Bool) {
    guard capabilities.hasPrivateModes else { return }
    send(on ? PrivateMode.paste.on : PrivateMode.paste.off)
    if usesMouse { send(on ? PrivateMode.mouse.on : PrivateMode.mouse.off) }
  }

  /// Writes bytes that curses does not know of; it has none waiting between two presents.
  func send(_ text: String) {
    var text = text
    text.withUTF8 { send(UnsafeRawBufferPointer($0), milliseconds: 1000) }
  }

  /// Writes all of some bytes; gives up where the terminal is gone, or takes none for so long, which
  /// below 0 is no limit.
  func send(_ bytes: UnsafeRawBufferPointer, milliseconds: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(output, rest.baseAddress, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        var writable = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        let ready = poll(&writable, 1, milliseconds)
        if ready == 0 || (ready < 0 && errno != EINTR) { return }
      } else if errno != EINTR {
        return
      }
    }
  }
}
