/// A change that someone wants made to one deal.
public struct ChangeRequest: Hashable, Sendable {
  /// What the change is to be made to.
  public enum Target: Hashable, Sendable {
    /// A deal that is yet to be made; the change is `DealChange.created`.
    case newDeal
    /// The deal that an earlier `newDeal` of the same step made, counted from 0.
    case dealMade(Int)
    /// A deal as it was at a revision.
    case deal(Identifier<Deal>, revision: Int32)
  }

  /// The id it is sent under; sent twice, it is recorded once.
  public let id: EventID
  /// What it is to be made to.
  public let target: Target
  /// What is wanted.
  public let change: DealChange
  /// The day it happened, or is to have happened.
  public let day: Day

  /// Makes a request.
  public init(id: EventID, target: Target, change: DealChange, day: Day) {
    self.id = id
    self.target = target
    self.change = change
    self.day = day
  }
}
