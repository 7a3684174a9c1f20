import Interchange
import Pipeline

/// What an import did, as JSON.
struct ImportJSON {
  /// The report on the rows.
  let report: ImportReport
  /// The file's name.
  let file: String
  /// Whether nothing was written.
  let isDryRun: Bool
  /// The pipelines that were made or brought up to date.
  var made: [SalesPipeline] = []

  /// All of it.
  var value: JSONValue {
    .named([
      "file": .string(file),
      "kind": JSONValue(report.kind?.rawValue),
      "dry_run": .bool(isDryRun),
      "imported": JSONValue(report.imported),
      "updated": JSONValue(report.updated),
      "unchanged": JSONValue(report.unchanged),
      "events": JSONValue(report.events),
      "pipelines": .array(made.map(StageAnswer.value)),
      "owners": JSONValue(report.owners),
      "currencies": .object(
        report.currencies.sorted { $0.key < $1.key }.map {
          JSONValue.Member($0.key.code, JSONValue($0.value))
        }
      ),
      "rejected_count": JSONValue(report.rejectedCount),
      "rejected": .array(report.rejected.map(Self.rejection)),
      "warning_count": JSONValue(report.warningCount),
      "warnings": .array(report.warnings.map(Self.warning)),
      "refused": report.refused.map(refusal) ?? .null,
    ])
  }

  private static func rejection(_ rejection: ImportRejection) -> JSONValue {
    .named([
      "line": JSONValue(rejection.line), "code": .string(rejection.code),
      "message": .string(rejection.message),
    ])
  }

  private static func warning(_ warning: ImportWarning) -> JSONValue {
    .named([
      "code": .string(warning.code),
      "message": .string(warning.message),
      "deal": JSONValue(warning.deal?.rawValue),
      "field": JSONValue(warning.field),
      "ours": JSONValue(warning.ours),
      "theirs": JSONValue(warning.theirs),
    ])
  }

  private func refusal(_ refusal: ImportRefusal) -> JSONValue {
    .named([
      "code": .string(refusal.code),
      "line": JSONValue(refusal.line),
      "columns": refusal.columns.map { JSONValue($0) } ?? .null,
      "message": .string(refusal.message(file: file)),
    ])
  }
}
