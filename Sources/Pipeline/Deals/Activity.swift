/// Something done for a deal, with what it took.
public struct Activity: Hashable, Sendable {
  /// What kind of thing it was.
  public var kind: ActivityKind
  /// What it was about; may be empty.
  public var text: String
  /// Minutes it took; `nil`: the kind's default counts.
  public var minutes: Int32?
  /// What it cost beyond time; `nil`: nothing.
  public var cost: Money?

  /// Makes an activity.
  public init(kind: ActivityKind, text: String, minutes: Int32? = nil, cost: Money? = nil) {
    self.kind = kind
    self.text = text
    self.minutes = minutes
    self.cost = cost
  }

  /// What it was about, after the name of its kind where the first word does not say that already:
  /// `call CFO`, but `meeting Board room`.
  public func words(ofKind name: String) -> String {
    let saysKind = InputWords.ofEveryLanguage.kind(of: text) == kind
    return [saysKind ? "" : name, text].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
