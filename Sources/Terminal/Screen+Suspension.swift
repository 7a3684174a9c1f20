import CGuard
import CNcurses
import Glibc

extension Screen {
  /// Gives the terminal back, stops the job as ctrl-z does, and takes the terminal again when it is continued.
  ///
  /// All has to be drawn again afterwards. Returns at once where no shell could continue the job.
  public func suspend() {
    stop(wholeJob: true)
  }

  /// Lends the terminal to another program, as an editor, and takes it again afterwards.
  ///
  /// Meanwhile the keyboard's signals are the other program's, and ctrl-z stops both. All has to be
  /// drawn again afterwards.
  ///
  /// - Parameter body: Starts the other program and waits for its end.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, with the terminal taken again.
  public func withTerminalReleased<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    giveBack()
    guard_unwatch()
    guard_yield_interrupts(1)
    defer {
      guard_yield_interrupts(0)
      guard_watch(signals.writeDescriptor)
      takeBack()
    }
    return try body()
  }

  func stop(wholeJob: Bool) {
    giveBack()
    aroundStop { guard_stop(wholeJob ? 1 : 0) }
    takeBack()
  }

  private func giveBack() {
    awaitStatus()
    tellModes(on: false)
    endwin()
    guard_restore_modes()
    guard_release_errors()
    guard_disarm()
  }

  /// Sets all modes again and has the next `present` send every cell.
  func takeBack() {
    guard_hold_errors()
    guard_arm()
    reset_prog_mode()
    tellModes(on: true)
    takeSize()
    // The other screen and the rest of what newterm told come with the next present.
    redrawAll()
    takesTerminalAgain = true
    // The continuing that is being answered here has been noted too; a wish to end stays one.
    let notices = guard_take_notices()
    if notices & guard_end_wanted.rawValue != 0 { guard_note(guard_end_wanted.rawValue) }
    // Half of a sequence from before is not continued by what comes now.
    parser.reset()
  }
}
