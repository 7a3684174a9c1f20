public import Pipeline

/// The second pass over a file: brings its rows into a store, in one step.
public struct Import {
  private let survey: ImportSurvey
  private let plan: ImportPlan
  private let context: ImportContext
  private let options: ImportOptions
  private let pipelines: [SalesPipeline]

  /// An import of a file that was looked at and planned.
  ///
  /// `pipelines` are the plan's, in its order, as they are in the store after it made or changed
  /// them.
  public init(
    _ survey: ImportSurvey,
    plan: ImportPlan,
    pipelines: [SalesPipeline],
    context: ImportContext,
    options: ImportOptions
  ) {
    self.survey = survey
    self.plan = plan
    self.pipelines = pipelines
    self.context = context
    self.options = options
  }

  /// Reads the rows and writes what they bring.
  ///
  /// `rejected` is called for every row that is left out, with its fields. Throws what reading and
  /// the store throw; then the step must not be kept.
  public func run(
    into target: any ImportTarget,
    progress: (ImportProgress) -> Void = { _ in },
    rejected: (ImportRejection, _ fields: [String]) -> Void = { _, _ in }
  ) throws -> ImportReport {
    var report = ImportReport()
    report.kind = survey.kind
    for warning in plan.warnings { report.warn(warning, keeping: options.keptMessages) }
    if survey.encoding == .windows1252 {
      report.warn(.encodingFallback(survey.file.name), keeping: options.keptMessages)
    }
    warnOfColumns(&report)
    let lines = importer(target)
    var reader = try survey.openRows()
    var rows = 0
    while try reader.next() {
      rows += 1
      do throws(LineFailure) {
        try lines.take(reader, &report)
      } catch {
        switch error {
        case .store(let fault): throw fault
        case .row(let fault):
          let rejection = ImportRejection(fault, line: reader.line, file: survey.file.name)
          report.reject(rejection, keeping: options.keptMessages)
          rejected(rejection, reader.texts())
        }
      }
      if rows.isMultiple(of: 1 << 10) {
        progress(
          ImportProgress(bytes: reader.bytesRead, length: survey.file.length, rows: rows)
        )
      }
    }
    lines.finish(&report)
    return report
  }

  /// Names the columns that nothing is taken from, and says where values come from none: not to
  /// understand them, or to have one twice, is no reason to refuse a file, but nobody would look for
  /// what is missing.
  private func warnOfColumns(_ report: inout ImportReport) {
    let (columns, file) = (survey.columns, survey.file.name)
    for doubled in columns.doubled {
      report.warn(.columnDoubled(doubled, file), keeping: options.keptMessages)
    }
    if columns.joined?.has(.assignee) == true {
      report.warn(.assigneesNotKept(file), keeping: options.keptMessages)
    }
    guard !columns.unused.isEmpty else { return }
    if columns.joined == nil, columns.kind != .history, columns[.value] == nil {
      report.warn(.valueColumnMissing(file), keeping: options.keptMessages)
    }
    report.warn(.columnsUnused(columns.unused, file), keeping: options.keptMessages)
  }

  /// What takes the lines of this kind of file.
  private func importer(_ target: any ImportTarget) -> any LineImporter {
    let count = survey.columns.count
    if let joined = survey.columns.joined {
      return joined.kind == .people
        ? PeopleImporter(
          columns: joined,
          count: count,
          file: survey.file.name,
          options: options,
          target: target
        )
        : JoinedImporter(
          columns: joined,
          count: count,
          context: context,
          options: options,
          target: target
        )
    }
    let destinations = Destinations(
      plan: plan,
      pipelines: pipelines,
      maps: survey.stageMaps
    )
    return survey.kind == .history
      ? HistoryImporter(context: context, destinations: destinations, target: target)
      : DealImporter(
        survey: survey,
        context: context,
        options: options,
        destinations: destinations,
        target: target
      )
  }
}
