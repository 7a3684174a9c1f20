import GRDB
import Pipeline

/// Adding and changing people.
extension Ledger {
  /// Adds a person; without initials, they are made from the name.
  @discardableResult
  func addPerson(
    _ name: String,
    initials: String?,
    logins: [String]
  ) throws -> Identifier<Person> {
    let people = try people()
    try checkNames([name], among: people.map(\.name))
    let initials = initials ?? Initials.make(for: name, taken: people.map(\.initials))
    try checkInitials(initials, among: people)
    let insert = try statement(
      "INSERT INTO person (name, initials, is_active, place) VALUES (?, ?, 1, ?)"
    )
    insert.bind(name)
    insert.bind(initials)
    insert.bind((people.map(\.place).max() ?? -1) + 1)
    try insert.run()
    let id = Identifier<Person>(rawValue: database.lastInsertedRowID)
    try setLogins(logins, of: id, people)
    return id
  }

  /// Gives a person everything that this value says.
  func setPerson(_ person: Person) throws {
    let people = try people()
    guard people.contains(where: { $0.id == person.id }) else {
      throw StoreError.unknownPerson(person.id)
    }
    let others = people.filter { $0.id != person.id }
    try checkNames([person.name], among: others.map(\.name))
    try checkInitials(person.initials, among: others)
    let update = try statement(
      """
      UPDATE person SET name = ?, initials = ?, is_active = ?, away_until = ?, place = ?,
        hourly_cost = ?, hourly_currency = ?
      WHERE id = ?
      """
    )
    update.bind(person.name)
    update.bind(person.initials)
    update.bind(person.isActive ? 1 : 0)
    update.bind(person.awayUntil)
    update.bind(person.place)
    update.bind(person.hourlyCost?.minorUnits)
    update.bind(person.hourlyCost?.currency.code)
    update.bind(person.id)
    try update.run()
    try setLogins(person.logins, of: person.id, others)
  }

  /// Puts the named people first, in this order, and the others behind them as they were.
  func orderPeople(_ first: [Identifier<Person>]) throws {
    let present = try people().map(\.id)
    if let stranger = first.first(where: { !present.contains($0) }) {
      throw StoreError.unknownPerson(stranger)
    }
    let update = try statement("UPDATE person SET place = ? WHERE id = ?")
    for (place, id) in (first + present.filter { !first.contains($0) }).enumerated() {
      update.bind(place)
      update.bind(id)
      try update.run()
    }
  }

  /// The person of this name without regard to case, made active, new where missing.
  func activePerson(named name: String) throws -> Identifier<Person> {
    let key = name.lowercased()
    guard var person = try people().first(where: { $0.name.lowercased() == key }) else {
      let id = try addPerson(name, initials: nil, logins: [])
      try structureChanged()
      return id
    }
    if !person.isActive {
      person.isActive = true
      try setPerson(person)
      try structureChanged()
    }
    return person.id
  }

  private func checkInitials(_ initials: String, among people: [Person]) throws {
    guard !initials.isEmpty, initials.count <= Initials.maximum,
      !initials.contains(where: \.isWhitespace)
    else { throw StoreError.unfitInitials(initials) }
    let key = initials.uppercased()
    if let owner = people.first(where: { $0.initials.uppercased() == key }) {
      throw StoreError.taken(.initials, initials, by: owner.name)
    }
  }

  private func setLogins(
    _ logins: [String],
    of person: Identifier<Person>,
    _ others: [Person]
  ) throws {
    let delete = try statement("DELETE FROM login WHERE person = ?")
    delete.bind(person)
    try delete.run()
    let insert = try statement("INSERT INTO login (name, person) VALUES (?, ?)")
    for login in logins {
      if let owner = others.first(where: { $0.id != person && $0.logins.contains(login) }) {
        throw StoreError.taken(.login, login, by: owner.name)
      }
      insert.bind(login)
      insert.bind(person)
      try insert.run()
    }
  }
}
