import Interchange
import Pipeline
import Store

/// Writes a whole workspace as JSON: what it holds, its deals as they stand, and its log.
struct WorkspaceExport {
  /// The workspace.
  let workspace: OpenWorkspace
  /// The day whose end is looked at; `nil`: everything, what is dated after today too.
  let day: Day?
  /// The only pipeline whose deals and events are wanted; `nil`: all of them.
  let pipeline: Identifier<SalesPipeline>?

  private static let part = 1 << 18

  /// Writes it in parts and returns how many deals there are.
  ///
  /// All of it is of one moment. Throws what the store throws.
  func write(to file: OutputFile) throws -> Int {
    guard let store = workspace.store as? SQLiteStore else {
      var text = WorkspaceText(empty)
      text.finish()
      try file.write(text.take())
      return 0
    }
    var count = 0
    try store.exporting { count = try write($0, to: file) }
    return count
  }

  /// A workspace that is not there yet has no more than its settings and its first pipeline.
  private var empty: WorkspaceRecord {
    WorkspaceRecord(
      settings: workspace.structure.settings,
      pipelines: workspace.structure.pipelines
    )
  }

  private func write(_ source: ExportSession, to file: OutputFile) throws -> Int {
    let record = try source.record()
    var text = WorkspaceText(record)
    let json = DealJSON(names: DealNames(pipelines: record.pipelines, people: record.people))
    var count = 0
    var wanted: Set<Identifier<Deal>> = []
    try source.deals(asOf: day ?? .last) { deal in
      guard pipeline == nil || deal.pipeline == pipeline else { return }
      if pipeline != nil { wanted.insert(deal.id) }
      guard !deal.isDeleted else { return }
      text.append(deal: json.object(of: deal))
      count += 1
      if text.count > Self.part { try file.write(text.take()) }
    }
    let last = day ?? .last
    try source.log { event, step in
      guard event.day <= last, pipeline == nil || wanted.contains(event.deal) else { return }
      text.append(event, of: step)
      if text.count > Self.part { try file.write(text.take()) }
    }
    if day == nil {
      try source.valuesNotTaken { deal, change in
        if pipeline == nil || wanted.contains(deal) { text.append(notTaken: change, by: deal) }
      }
    }
    text.finish()
    try file.write(text.take())
    return count
  }
}
