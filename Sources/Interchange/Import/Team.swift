internal import Pipeline

/// The people that a file names, asked for once each.
struct Team {
  private let target: any ImportTarget
  private var ids: [String: Identifier<Person>] = [:]
  private(set) var names: [String] = []

  init(_ target: any ImportTarget) {
    self.target = target
  }

  /// The person of a name, made if missing; `nil` for none.
  ///
  /// Throws `.store`.
  mutating func person(_ name: String?) throws(LineFailure) -> Identifier<Person>? {
    guard let name else { return nil }
    if let id = ids[name] { return id }
    do {
      let id = try target.person(named: name)
      if !ids.values.contains(id) { names.append(name) }
      ids[name] = id
      return id
    } catch {
      throw .store(error)
    }
  }

  /// The name that a person was asked for by; `nil` for one that the file does not name.
  func name(of person: Identifier<Person>) -> String? {
    ids.first { $0.value == person }?.key
  }
}
