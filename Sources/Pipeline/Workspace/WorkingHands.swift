/// Does a work of many deals in pieces, of which none waits for another.
///
/// The domain starts no threads: whoever has some hands them in.
public protocol WorkingHands: Sendable {
  /// How many can be at work at the same time; at least 1.
  var count: Int { get }

  /// The results of pieces 0, 1, 2 and so on, in that order, when all are done.
  func results<Result: Sendable>(
    of pieces: Int,
    _ work: @escaping @Sendable (_ piece: Int) -> Result
  ) -> [Result]
}

extension WorkingHands {
  /// Into how many pieces a work over so many deals is cut: enough for every hand, and so many that
  /// a work which nobody waits for any more ends soon.
  func pieces(of deals: Int) -> Int {
    max(count, deals / 4_096)
  }
}

/// Does one piece after the other.
public struct OneHand: WorkingHands {
  /// One.
  public var count: Int { 1 }

  /// Does one piece after the other.
  public init() {}

  /// The results of the pieces, in their order.
  public func results<Result: Sendable>(
    of pieces: Int,
    _ work: @escaping @Sendable (_ piece: Int) -> Result
  ) -> [Result] {
    (0..<pieces).map(work)
  }
}
