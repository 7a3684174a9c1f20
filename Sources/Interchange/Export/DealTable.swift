public import Pipeline

/// Deals as rows of a CSV file that this program and others can import.
public struct DealTable {
  /// The columns of the table.
  public enum Format: Hashable, Sendable {
    /// Those of Pipedrive's exports.
    case pipedrive
    /// Plain names, which say everything a deal has.
    case csv
  }

  private let format: Format
  private let names: DealNames

  /// A table of a format.
  public init(_ format: Format, names: DealNames) {
    self.format = format
    self.names = names
  }

  /// The header.
  public var header: [CSVText.Cell] {
    columns.map { .plain($0.name) }
  }

  /// The row of a deal.
  public func row(of deal: Deal) -> [CSVText.Cell] {
    columns.map { $0.cell(deal) }
  }

  private typealias Column = (name: String, cell: (Deal) -> CSVText.Cell)

  private var columns: [Column] {
    switch format {
    case .pipedrive: pipedrive
    case .csv: plain
    }
  }

  /// Pipedrive's 21 columns.
  ///
  /// A deal that Pipedrive does not know has no id there; its importer then makes a new one.
  private var pipedrive: [Column] {
    let columns: [Column] = [
      ("ID", { .plain($0.key?.source == FileKind.pipedrive.source ? $0.key?.sourceID : nil) }),
      ("Title", { .text($0.title) }),
      ("Owner", { [names] in .text(names.owner(of: $0)) }),
      ("Value", { .plain(Self.amount(of: $0)) }),
      ("Currency of Value", { .plain($0.currency.code) }),
      ("Probability", { .plain($0.probability.map { "\($0.percent)" }) }),
      ("Organization", { .text($0.organization) }),
      ("Pipeline", { [names] in .text(names.pipeline(of: $0)) }),
      ("Contact person", { .text($0.contact) }),
      ("Stage", { [names] in .text(names.stage(of: $0)) }),
      ("Label", { .text(LabelList.text($0.labels)) }),
      ("Status", { .plain($0.status.title) }),
      ("Deal created", { .plain($0.created?.midnight) }),
      ("Update time", { .plain($0.lastTouched.midnight) }),
      ("Last stage change", { .plain($0.visits.last?.entered.midnight) }),
      ("Next activity date", { .plain($0.nextStep?.due.description) }),
      ("Won time", { .plain($0.status.isWon ? $0.status.closedDay?.midnight : nil) }),
      ("Lost time", { .plain($0.status.isLost ? $0.status.closedDay?.midnight : nil) }),
      ("Deal closed on", { .plain($0.status.closedDay?.midnight) }),
      ("Lost reason", { .text($0.status.lostReason) }),
      ("Expected close date", { .plain($0.expectedClose?.description) }),
    ]
    return columns.map { ("Deal - " + $0.name, $0.cell) }
  }

  private var plain: [Column] {
    [
      ("id", { .plain($0.id.description) }),
      ("key", { .text($0.key?.sourceID) }),
      ("title", { .text($0.title) }),
      ("value", { .plain(Self.amount(of: $0)) }),
      ("currency", { .plain($0.currency.code) }),
      ("pipeline", { [names] in .text(names.pipeline(of: $0)) }),
      ("stage", { [names] in .text(names.stage(of: $0)) }),
      // Without it a pipeline that is made from the file would have its stages in a guessed order.
      ("stage_number", { [names] in .plain(names.stageNumber(of: $0).map(String.init)) }),
      ("status", { .plain($0.status.name) }),
      ("owner", { [names] in .text(names.owner(of: $0)) }),
      ("organization", { .text($0.organization) }),
      ("contact", { .text($0.contact) }),
      ("contact_phone", { [names] in .text(names.contact(of: $0)?.phone) }),
      ("contact_mail", { [names] in .text(names.contact(of: $0)?.mail) }),
      ("label", { .text(LabelList.text($0.labels)) }),
      ("probability", { .plain($0.probability.map { "\($0.percent)" }) }),
      ("forecast_category", { .plain($0.category.rawValue) }),
      ("created", { .plain($0.created?.description) }),
      ("last_stage_change", { .plain($0.visits.last?.entered.description) }),
      ("updated", { .plain($0.lastTouched.description) }),
      ("next_activity", { .plain($0.nextStep?.due.description) }),
      ("expected_close", { .plain($0.expectedClose?.description) }),
      ("closed", { .plain($0.status.closedDay?.description) }),
      ("lost_reason", { .text($0.status.lostReason) }),
    ]
  }
}

extension DealTable {
  /// A deal's value as an import understands it; `nil` where it has none.
  ///
  /// Three decimals would be taken for thousands, so a fourth makes them decimals.
  private static func amount(of deal: Deal) -> String? {
    guard let plain = deal.value?.plainAmount else { return nil }
    let decimals = plain.split(separator: ".").dropFirst().first?.count
    return decimals == 3 ? plain + "0" : plain
  }
}

extension Day {
  /// The day as Pipedrive writes a moment of which only the day is known.
  fileprivate var midnight: String { "\(self) 00:00:00" }
}

extension DealStatus {
  /// The word for it as Pipedrive writes it.
  fileprivate var title: String {
    switch self {
    case .open: "Open"
    case .won: "Won"
    case .lost: "Lost"
    }
  }
}
