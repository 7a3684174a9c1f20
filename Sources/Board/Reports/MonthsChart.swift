import Pipeline

/// The coming months as columns of blocks: won, commit, best case and pipeline on top of each other,
/// each with a sign of its own, and the goal as a line.
struct MonthsChart {
  private let grid: ForecastGrid
  private let goals: [Goal]
  /// In how many rows the columns stand.
  private let height: Int

  init(_ grid: ForecastGrid, goals: [Goal], height: Int) {
    self.height = height
    self.grid = grid
    self.goals = goals
  }

  private struct Part {
    var amount: Double
    var sign: Unicode.Scalar
    var role: Role
  }

  private func parts(_ column: ForecastGrid.Column) -> [Part] {
    let cells = grid.cells(column)
    func amount(_ category: ForecastCategory) -> Double {
      ForecastGrid.value(.category(category), of: cells)?.approximation ?? 0
    }
    let won = grid.isPresentMonth(column) ? Double(grid.won.minorUnits) : 0
    return [
      Part(amount: won, sign: "█", role: .won),
      Part(amount: amount(.commit), sign: "▓", role: .good),
      Part(amount: amount(.bestCase), sign: "▒", role: .chart),
      Part(amount: amount(.pipeline), sign: "░", role: .chartSecond),
    ]
  }

  /// The rows of blocks from the top down, then what the signs mean.
  func lines(_ labelWidth: Int, _ columnWidth: Int) -> [ReportLine] {
    let stacks = grid.columns.map { parts($0) }
    let wanted = grid.columns.map { grid.goal($0, among: goals).map { Double($0.minorUnits) } ?? 0 }
    let totals = stacks.map { $0.reduce(0) { $0 + $1.amount } }
    guard let most = (totals + wanted).max(), most > 0 else { return [] }
    let scale = most / Double(height)
    var lines: [ReportLine] = []
    for row in (0..<height).reversed() {
      var line = ReportLine()
      if row == height - 1 {
        let top = MoneyText.short(Int128(most), grid.currency)
        line.cells.append(ReportCell(column: 0, width: labelWidth - 2, .right(top), .dim))
      }
      for (index, stack) in stacks.enumerated() {
        let left = labelWidth + index * columnWidth
        let goal = wanted[index]
        if goal > 0, Int(goal / scale - 0.001) == row {
          line.cells.append(
            ReportCell(column: left + 1, width: columnWidth - 1, .fill("┄"), .accent)
          )
        }
        guard let part = Self.part(of: stack, at: (Double(row) + 0.5) * scale) else { continue }
        let bar = max(2, columnWidth - 4)
        line.cells.append(
          ReportCell(
            column: left + columnWidth - 1 - bar,
            width: bar,
            .fill(part.sign),
            part.role
          )
        )
      }
      lines.append(line)
    }
    return lines
  }

  /// The part of a stack that lies at a height; what is there at all shows in the lowest row.
  private static func part(of stack: [Part], at height: Double) -> Part? {
    var below = 0.0
    for part in stack where part.amount > 0 {
      below += part.amount
      if height <= below { return part }
    }
    return nil
  }

  /// What the signs mean, as one line.
  static func legend(width: Int) -> ReportLine {
    let signs: [(Unicode.Scalar, String, Role)] = [
      ("█", phrase("won"), .won), ("▓", phrase("commit"), .good),
      ("▒", phrase("best case"), .chart),
      ("░", phrase("pipeline"), .chartSecond), ("┄", phrase("goal"), .accent),
    ]
    var line = ReportLine()
    var column = 0
    for (sign, words, role) in signs {
      line.cells.append(ReportCell(column: column, width: 2, .fill(sign), role))
      line.cells.append(ReportCell(column: column + 3, width: 10, .text(words), .dim))
      column += 3 + ReportText.width(words) + 3
    }
    return line
  }
}
