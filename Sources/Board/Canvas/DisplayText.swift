/// Text made fit for a terminal.
///
/// What the board draws goes through the canvas and needs no more; this is for everything else that
/// reaches a terminal: messages on standard error, tables, the window's title.
public enum DisplayText {
  /// A text without anything a terminal would act on, and on one line (`DisplayClusters`).
  public static func clean(_ text: String, width: @escaping ScalarWidth) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var scalars = String.UnicodeScalarView()
    for cluster in DisplayClusters(text, width: width) {
      scalars.append(cluster.base)
      if let mark = Unicode.Scalar(cluster.firstMark), mark.value != 0 { scalars.append(mark) }
      if let mark = Unicode.Scalar(cluster.secondMark), mark.value != 0 { scalars.append(mark) }
    }
    return String(scalars)
  }

  /// How many cells a text takes.
  public static func width(of text: String, width: @escaping ScalarWidth) -> Int {
    var cells = 0
    for cluster in DisplayClusters(text, width: width) { cells += cluster.width }
    return cells
  }
}
