/// One value for each currency that occurs, in the order of their codes.
///
/// Few currencies occur together, so a short sorted array is both smaller and faster than a
/// dictionary.
public struct PerCurrency<Value: Sendable & Hashable>: Sendable, Hashable {
  private var entries: [Entry] = []

  private struct Entry: Sendable, Hashable {
    let currency: Currency
    var value: Value
  }

  /// Nothing in any currency.
  public init() {}

  /// The currencies that occur, by code.
  public var currencies: [Currency] { entries.map { $0.currency } }

  /// Whether no currency occurs.
  public var isEmpty: Bool { entries.isEmpty }

  /// The value in a currency; `nil` where the currency does not occur.
  public subscript(currency: Currency) -> Value? {
    entries.first { $0.currency == currency }?.value
  }

  /// Whether a currency occurs.
  public func contains(_ currency: Currency) -> Bool {
    entries.contains { $0.currency == currency }
  }

  /// Changes the value in a currency in place, from `initial` where the currency does not occur yet.
  public mutating func update(
    _ currency: Currency,
    from initial: @autoclosure () -> Value,
    _ change: (inout Value) -> Void
  ) {
    let place = entries.firstIndex { $0.currency >= currency } ?? entries.endIndex
    if place == entries.endIndex || entries[place].currency != currency {
      entries.insert(Entry(currency: currency, value: initial()), at: place)
    }
    change(&entries[place].value)
  }

  /// Leaves a currency out.
  public mutating func remove(_ currency: Currency) {
    entries.removeAll { $0.currency == currency }
  }
}

extension PerCurrency: Sequence {
  /// Goes through the currencies by code.
  public func makeIterator() -> AnyIterator<(currency: Currency, value: Value)> {
    var rest = entries.makeIterator()
    return AnyIterator { rest.next().map { ($0.currency, $0.value) } }
  }
}
