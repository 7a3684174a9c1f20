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

  /// The kind as the source of a deal's key.
  var source: String { rawValue }
}
