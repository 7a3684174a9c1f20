/// What kind of file deals come from, told by its header names.
public enum FileKind: String, Hashable, Sendable {
  /// Pipedrive's export of deals, or its import template.
  case pipedrive
  /// HubSpot's export of deals.
  case hubspot
  /// A plain table of deals.
  case csv
  /// One line for each thing that happened to a deal.
  case history
  /// This program's own JSON.
  case json
  /// Pipedrive's export of activities, which belong to deals.
  case activities
  /// Pipedrive's export of notes, which belong to deals.
  case notes
  /// Pipedrive's export of people, whom deals name as contacts.
  case people

  /// Whether it brings nothing of its own, but what belongs to deals that are here.
  public var belongsToDeals: Bool {
    switch self {
    case .activities, .notes, .people: true
    case .pipedrive, .hubspot, .csv, .history, .json: false
    }
  }

  /// The kind as the source of a deal's key.
  var source: String { rawValue }
}
