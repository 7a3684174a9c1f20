/// Where an import writes: one open transaction of a store.
///
/// Nothing that is written through it is seen by others until the import ends, and nothing stays if
/// it fails. All of it is one step, taken back by one undo.
public protocol ImportTarget: AnyObject {
  /// The team member of this name, matched without regard to case, made active and new if missing.
  ///
  /// Throws what the store throws.
  func person(named name: String) throws -> Identifier<Person>

  /// Whether there are deals of a source, deleted ones included: no key of it has to be looked for
  /// where there are none.
  ///
  /// Throws what the store throws.
  func hasDeals(from source: String) throws -> Bool

  /// The deal that was brought under this key, deleted ones included; `nil` where there is none.
  ///
  /// Throws what the store throws.
  func deal(for key: SourceKey) throws -> Deal?

  /// A deal as all its events leave it; `nil` where there is no such number.
  ///
  /// Throws what the store throws.
  func deal(_ id: Identifier<Deal>) throws -> Deal?

  /// Hands out the titles of all deals, deleted ones left out.
  ///
  /// Throws what the store throws.
  func titles(_ body: (Identifier<Deal>, String) -> Void) throws

  /// How a contact is reached: who has this name and works there, else who has this name and whose
  /// organization is not known.
  ///
  /// Throws what the store throws.
  func contact(named name: String, at organization: String?) throws -> Contact?

  /// Keeps how a contact is reached, in place of what was known of the same name and organization.
  ///
  /// Throws what the store throws.
  func save(_ contact: Contact) throws

  /// The log of a deal before this import, in order, each event with whether an import made it.
  ///
  /// Throws what the store throws.
  func events(of deal: Identifier<Deal>) throws -> [(event: DealEvent, isImport: Bool)]

  /// Makes a deal and returns it.
  ///
  /// Throws what the store throws.
  func create(_ draft: DealDraft, on day: Day) throws -> Deal

  /// Appends a change that passed `Deal.check` to a deal as it was last returned here, and returns
  /// the deal after it.
  ///
  /// Throws what the store throws.
  func append(_ change: DealChange, on day: Day, to deal: Deal) throws -> Deal

  /// Values of fields that an earlier import brought and that were not taken, because they were
  /// changed on both sides, by facet.
  ///
  /// Throws what the store throws.
  func valuesNotTaken(of deal: Identifier<Deal>) throws -> [DealFacet: DealChange]

  /// Remembers that this import brought a value that was not taken; `nil` forgets it.
  ///
  /// Throws what the store throws.
  func remember(
    notTaken change: DealChange?,
    for facet: DealFacet,
    of deal: Identifier<Deal>
  )
    throws
}
