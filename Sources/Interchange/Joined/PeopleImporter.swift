internal import Pipeline

/// Takes the rows of Pipedrive's export of people: how the contacts of deals are reached.
///
/// A deal names its contact and organization; that is how the two find each other.
final class PeopleImporter: LineImporter {
  private let columns: JoinedColumns
  private let count: Int
  private let file: String
  private let options: ImportOptions
  private let target: any ImportTarget

  init(
    columns: JoinedColumns,
    count: Int,
    file: String,
    options: ImportOptions,
    target: any ImportTarget
  ) {
    self.columns = columns
    self.count = count
    self.file = file
    self.options = options
    self.target = target
  }

  func take(_ row: CSVReader, _ report: inout ImportReport) throws(LineFailure) {
    guard row.count == count else { throw .row(.columnCount(row.count, of: count)) }
    let names = [columns.text(.firstName, in: row), columns.text(.lastName, in: row)]
    let name =
      columns.text(.name, in: row) ?? names.compactMap(\.self).joined(separator: " ")
    guard !name.isEmpty else { throw .row(.missingName) }
    let organization = columns.text(.organization, in: row)
    var contact = Contact(name: name, organization: organization)
    contact.phone = ContactMerge.first(columns.text(.phone, in: row))
    contact.mail = ContactMerge.first(columns.text(.mail, in: row))
    do {
      try save(contact, line: row.line, &report)
    } catch {
      throw .store(error)
    }
  }

  func finish(_ report: inout ImportReport) {}

  private func save(_ contact: Contact, line: Int, _ report: inout ImportReport) throws {
    let merge = try ContactMerge(contact, into: target)
    switch merge.outcome {
    case .unchanged: report.unchanged += 1
    case .new: report.imported += 1
    case .updated: report.updated += 1
    }
    for change in merge.replaced {
      let warning = ImportWarning.contactChanged(
        contact.name,
        change.field,
        ours: change.ours,
        change.theirs,
        "\(file), line \(line)"
      )
      report.warn(warning, keeping: options.keptMessages)
    }
  }
}

extension RowFault {
  static let missingName = RowFault(
    code: "missing_name",
    "the row names nobody. Fill in the person's name."
  )
}
