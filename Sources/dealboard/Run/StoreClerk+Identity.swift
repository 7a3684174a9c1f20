import Board
import Pipeline
import Store

/// Making the user one of the team.
extension StoreClerk {
  /// Adds a person for the user, or says that one of the team is the user; changes are to be recorded
  /// under that person's name.
  ///
  /// Throws `.unknownPerson` where the person is gone, and what the store throws.
  func identify(_ identity: Identity, in store: SQLiteStore) throws(StoreError) -> Person {
    // The login is theirs only where it is the one that they act under.
    let logins = context.actor == Environment.loginName ? [Environment.loginName] : []
    switch identity {
    case .new(let name):
      let people = try edit(.addPerson(name: name, logins: logins), in: store).people
      guard let person = people.first(where: { $0.name == name }) else { throw .emptyName }
      return person
    case .person(let id):
      guard var person = try store.structure().people.first(where: { $0.id == id }) else {
        throw .unknownPerson(id)
      }
      guard !logins.allSatisfy(person.logins.contains) else { return person }
      person.logins += logins
      let people = try edit(.setPerson(person), in: store).people
      return people.first { $0.id == id } ?? person
    }
  }

  private func edit(
    _ edit: StructureEdit,
    in store: SQLiteStore
  ) throws(StoreError) -> WorkspaceStructure {
    try store.edit([edit], by: context.actor, at: Clock.now)
  }
}
