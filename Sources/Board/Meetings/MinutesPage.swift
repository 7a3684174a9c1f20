import Pipeline

/// The minutes of a meeting before and after they are written.
struct MinutesPage {
  private let markdown: String?
  private let heldAt: String?
  private let readOnlyReason: String?
  private let width: Int

  init(_ markdown: String?, heldAt: String?, readOnlyReason: String?, width: Int) {
    self.markdown = markdown
    self.heldAt = heldAt
    self.readOnlyReason = readOnlyReason
    self.width = width
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: "")
    if let heldAt {
      page.addSentence(phrase("Written, and the meeting counts as held:"), .good, width: width)
      // A path has no blanks to break at.
      for line in Self.broken(heldAt, columns: width) {
        page.lines.append(
          ReportLine([ReportCell(column: 0, width: width, .text(line), .strong, .bold)])
        )
      }
    } else if let readOnlyReason {
      page.addSentence(phrase("\(readOnlyReason) The minutes can be copied."), .warn, width: width)
    } else {
      page.addSentence(
        phrase("enter writes these minutes to a file and ends the meeting."),
        width: width
      )
    }
    page.addBlank()
    guard let markdown else {
      page.addSentence(phrase("writing …"), .dim, width: width)
      return page
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      add(String(line), to: &page)
    }
    return page
  }

  private func add(_ line: String, to page: inout ReportPage) {
    guard !line.isEmpty else { return page.addBlank() }
    let isHeading = line.hasPrefix("#")
    let isPoint = line.hasPrefix("- ")
    let indent = isPoint ? 2 : 0
    for (index, part) in ReportText.wrapped(line, columns: width - indent).enumerated() {
      page.lines.append(
        ReportLine([
          ReportCell(
            column: index == 0 ? 0 : indent,
            width: width,
            .text(part),
            isHeading ? .accent : .text,
            isHeading ? .bold : []
          )
        ])
      )
    }
  }

  private static func broken(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(max(1, columns))))
      rest = rest.dropFirst(max(1, columns))
    }
    return lines
  }
}
