import Board
import Pipeline
import Store

/// Making the user one of the team.
extension StoreClerk {
  /// Adds a person for the user, or says that one of the team is the user; from then on changes are
  /// recorded under that person's name.
  mutating func identify(_ identity: Identity) throws(StoreError) {
    guard let store else { return }
    // The login is theirs only where it is the one that they act under.
    let logins = context.actor == Environment.loginName ? [Environment.loginName] : []
    let structure: WorkspaceStructure
    var person: Person?
    switch identity {
    case .new(let name):
      structure = try store.edit(.addPerson(name: name, logins: logins))
      person = structure.people.first { $0.name == name }
    case .person(let id):
      person = try store.structure().people.first { $0.id == id }
      if var known = person, !logins.allSatisfy(known.logins.contains) {
        known.logins += logins
        structure = try store.edit(.setPerson(known))
        person = structure.people.first { $0.id == id }
      }
    }
    guard let person else { return }
    context.actor = person.name
    answers.post(.identified(person.id, person.name))
    try reload()
  }
}
