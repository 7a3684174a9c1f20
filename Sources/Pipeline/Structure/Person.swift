/// Someone of the team, who owns deals and changes them.
public struct Person: Hashable, Sendable {
  /// The person's number, kept when they are renamed.
  public let id: Identifier<Person>
  /// The full name, unique within the workspace without regard to case.
  public var name: String
  /// One to four letters that stand for the person on a card; unique within the workspace.
  public var initials: String
  /// The login names on this host that are theirs.
  public var logins: [String]
  /// Whether they still work here; who left keeps their deals' history.
  public var isActive: Bool
  /// The last day of an absence; `nil`, or a day that is over: they are here.
  public var awayUntil: Day?
  /// The place in the team's kept order, the smallest first; equal places go by number.
  public var place: Int
  /// What an hour of theirs costs, for what activities cost.
  public var hourlyCost: Money?

  /// Makes a person.
  public init(
    id: Identifier<Person>,
    name: String,
    initials: String,
    logins: [String] = [],
    isActive: Bool = true,
    awayUntil: Day? = nil,
    place: Int = 0,
    hourlyCost: Money? = nil
  ) {
    self.id = id
    self.name = name
    self.initials = initials
    self.logins = logins
    self.isActive = isActive
    self.awayUntil = awayUntil
    self.place = place
    self.hourlyCost = hourlyCost
  }

  /// Whether they are away on a day.
  public func isAway(on day: Day) -> Bool {
    awayUntil.map { day <= $0 } ?? false
  }
}
