import Glibc
import Interchange
import Pipeline

/// How far a long command has come, on one line of the terminal.
final class ProgressBar {
  private let isShown: Bool
  private var shownPercent = -1

  /// A bar; one that is not shown writes nothing.
  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Shows how far an import has come; writes only when a percent more is done.
  func show(_ what: String, _ progress: ImportProgress) {
    guard isShown, let length = progress.length, length > 0 else { return }
    let percent = min(100, progress.bytes * 100 / length)
    guard percent != shownPercent else { return }
    shownPercent = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    let rows = FigureText.count(progress.rows)
    write("\r\u{1B}[K\(what) [\(bar)] \(percent) % \(rows) rows")
  }

  /// Takes the bar away again.
  func clear() {
    guard isShown, shownPercent >= 0 else { return }
    shownPercent = -1
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    var text = text
    _ = text.withUTF8 { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
