import CGuard
import CNcurses
import Glibc

extension Screen {
  /// Waits until something happens, and gives all that has: sixty keys that wait are one batch.
  ///
  /// Stopping (ctrl-z) and going on are handled meanwhile and reported as `.resumed`. Once input has
  /// ended, every wait returns `.endOfInput` at once.
  ///
  /// - Parameters:
  ///   - milliseconds: How long to wait; nil without limit. Passed, the result is empty.
  ///   - wake: A bell for other threads, reported as `.woken`.
  ///   - forOutput: Whether to end, too, when the terminal takes output again (`takesOutput`), reported
  ///     as `.outputReady`.
  /// - Returns: Events in the order in which they came; empty only after the time has passed.
  public func wait(
    milliseconds: Int?,
    wake: Wake? = nil,
    forOutput: Bool = false
  ) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    let end = milliseconds.map { MonotonicClock.milliseconds + max(0, $0) }
    while true {
      handleSignals(&events)
      if inputHasEnded { events.append(.endOfInput) }

      let patience = parser.patienceInMilliseconds.map { lastInput + $0 }
      let held = forOutput ? pacing.heldUntil : nil
      let deadline = [events.isEmpty ? end : 0, patience, held].compactMap(\.self).min()
      let ready = pollAll(until: deadline, wake, forOutput: forOutput && held == nil)
      // What is typed after a change of size is meant for the new one, so that is taken first.
      if ready.signals { signals.drain() }
      handleSignals(&events)
      // A terminal that was given back meanwhile may have lost what had come, and reading would wait.
      if ready.input, hasInput { readInput(&events) }
      if parser.hasStatus {
        parser.hasStatus = false
        pacing.takeAnswer()
        if forOutput { events.append(.outputReady) }
      } else if let held, MonotonicClock.milliseconds >= held {
        pacing.giveUp()
        events.append(.outputReady)
      }
      if ready.output { events.append(.outputReady) }
      if let wake, ready.wake {
        wake.drain()
        events.append(.woken)
      }
      let now = MonotonicClock.milliseconds
      if let patience = parser.patienceInMilliseconds, now >= lastInput + patience {
        parser.inputPaused(into: &events)
      }
      if !events.isEmpty { return events }
      if let end, now >= end { return [] }
    }
  }

  /// Whether the terminal takes output at once: false while a slow line is busy with the last frame,
  /// and while ctrl-s or a terminal that does not read holds it.
  ///
  /// What a system between holds for it is known of terminals alone that tell their status
  /// (`learnPace`).
  public var takesOutput: Bool {
    guard pacing.heldUntil == nil else { return false }
    var writable = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    return poll(&writable, 1, 0) > 0
  }

  private struct Ready {
    var input = false
    var signals = false
    var wake = false
    var output = false
  }

  private func pollAll(until deadline: Int?, _ wake: Wake?, forOutput: Bool) -> Ready {
    // A negative descriptor is not looked at.
    var descriptors = [inputHasEnded ? -1 : input, signals.descriptor, wake?.descriptor ?? -1]
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    descriptors.append(pollfd(fd: forOutput ? output : -1, events: Int16(POLLOUT), revents: 0))
    let timeout = deadline.map { max(0, $0 - MonotonicClock.milliseconds) } ?? -1
    guard poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: timeout)) > 0 else {
      return Ready()
    }
    return Ready(
      input: descriptors[0].revents != 0,
      signals: descriptors[1].revents != 0,
      wake: descriptors[2].revents != 0,
      output: descriptors[3].revents != 0
    )
  }

  /// Reads what waits, at most 64 KiB, so that a flood does not keep the screen from being drawn.
  func readInput(_ events: inout [TerminalEvent]) {
    var total = 0
    repeat {
      let count = read(input, &buffer, buffer.count)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { break }
      guard count > 0 else {
        parser.inputPaused(into: &events)
        inputHasEnded = true
        events.append(.endOfInput)
        break
      }
      parser.feed(buffer[..<count], into: &events)
      total += count
    } while total < 1 << 16 && hasInput
    if total > 0 { lastInput = MonotonicClock.milliseconds }
  }

  private var hasInput: Bool {
    var readable = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&readable, 1, 0) > 0
  }

  private func handleSignals(_ events: inout [TerminalEvent]) {
    let notices = guard_take_notices()
    let before = (rows, columns)
    var isResized = false
    if notices & guard_resized.rawValue != 0 {
      takeSize()
      // What a terminal does with its cells while it is resized differs, also where it is as large
      // as before when this is seen.
      redrawAll()
      isResized = true
    }
    if notices & guard_end_wanted.rawValue != 0 { events.append(.endWanted) }
    if notices & guard_stop_wanted.rawValue != 0 { isStopWanted = true }
    if isStopWanted {
      // What was typed before is acted on first: it would be the shell's else.
      if hasInput { readInput(&events) }
      if events.isEmpty, !isResized {
        isStopWanted = false
        // The keyboard's signal has reached the rest of the job already.
        stop(wholeJob: false)
        events.append(.resumed)
      }
    } else if notices & guard_continued.rawValue != 0 {
      // Stopped by a signal that cannot be caught: the shell has set its own modes since.
      takeBack()
      events.append(.resumed)
    }
    if isResized || before != (rows, columns) {
      events.append(.resized(rows: rows, columns: columns))
    }
  }
}

/// A clock that is not set, for measuring how long something takes.
enum MonotonicClock {
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
