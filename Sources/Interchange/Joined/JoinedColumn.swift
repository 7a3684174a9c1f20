/// A column of a table that belongs to deals: Pipedrive exports activities, notes and people apart.
enum JoinedColumn: CaseIterable {
  case dealID
  case deal
  case subject
  case kind
  case due
  case dueTime
  case duration
  case assignee
  case done
  case doneTime
  case added
  case text
  case name
  case firstName
  case lastName
  case organization
  case phone
  case mail

  /// The names that it goes by, folded, without the prefix of the table.
  var names: [String] {
    switch self {
    case .dealID: ["deal - id", "deal id", "deal - pipedrive system id"]
    case .deal: ["deal", "deal - title", "deal title"]
    case .subject: ["subject"]
    case .kind: ["type"]
    case .due: ["due date"]
    case .dueTime: ["due time"]
    case .duration: ["duration"]
    case .assignee: ["assigned to user", "assigned to"]
    case .done: ["done", "status"]
    case .doneTime: ["marked as done time"]
    case .added: ["add time", "creation date", "created", "created at"]
    case .text: ["content", "note"]
    case .name: ["name"]
    case .firstName: ["first name"]
    case .lastName: ["last name"]
    case .organization: ["organization", "organization name", "organization - name"]
    case .phone: ["phone", "phone - work", "phone (work)", "phone - mobile", "phone (mobile)"]
    case .mail: ["email", "email - work", "email (work)", "e-mail", "mail"]
    }
  }

  /// Whether any column whose name begins so counts: there is one for each number, and for each
  /// address.
  var takesAll: Bool { self == .phone || self == .mail }
}
