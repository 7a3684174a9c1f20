import Pipeline

/// The layers that are open, the board at the bottom.
public struct LayerStack: Sendable {
  /// From the bottom up; the first is the board and never goes.
  public private(set) var layers: [any Layer]

  /// A stack with one layer at the bottom.
  public init(bottom: any Layer) {
    self.layers = [bottom]
  }

  /// The layer that sees keys first.
  public var top: any Layer { layers[layers.count - 1] }

  /// Whether something lies on the board.
  public var isBoardOnTop: Bool { layers.count == 1 }

  /// Opens a layer on top.
  public mutating func push(_ layer: any Layer) {
    layers.append(layer)
  }

  /// Closes the topmost layer; the board stays.
  public mutating func pop() {
    if layers.count > 1 { layers.removeLast() }
  }

  /// Closes every layer of a kind.
  mutating func close<Kind: Layer>(_ kind: Kind.Type) {
    layers.removeAll { $0 is Kind }
  }

  /// Changes the topmost layer of a kind, where there is one.
  mutating func update<Kind: Layer>(_ kind: Kind.Type, _ change: (inout Kind) -> Void) {
    for index in layers.indices.reversed() {
      guard var layer = layers[index] as? Kind else { continue }
      change(&layer)
      layers[index] = layer
      return
    }
  }

  /// Whether a layer of a kind is open.
  func contains<Kind: Layer>(_ kind: Kind.Type) -> Bool {
    layers.contains { $0 is Kind }
  }

  /// Closes everything above the board.
  public mutating func closeAll() {
    layers.removeSubrange(1...)
  }

  /// Opens a screen over the board, in the place of the one that is open; what lies above it closes.
  mutating func show(_ screen: ReportScreen) {
    guard let index = layers.firstIndex(where: { ($0 as? ReportLayer)?.screen.slot == .screen })
    else { return push(ReportLayer(screen)) }
    layers.removeSubrange((index + 1)...)
    if (layers[index] as? ReportLayer)?.screen != screen { layers[index] = ReportLayer(screen) }
  }

  /// Whether the board itself is out of sight.
  var coversBoard: Bool { firstVisible > 0 }

  /// The place in `layers` from which on layers are drawn: the topmost that covers the board.
  public var firstVisible: Int {
    layers.lastIndex { $0.coversBoard } ?? 0
  }

  /// Tells every layer of a change that stands in the log.
  mutating func notice(_ change: RecordedChange) {
    for index in layers.indices { layers[index].notice(change) }
  }

  /// The topmost layer of a type; `nil` where none is open.
  func topmost<Wanted: Layer>(_ type: Wanted.Type) -> Wanted? {
    layers.lazy.reversed().compactMap { $0 as? Wanted }.first
  }

  /// Opens a layer on top, or closes what lies on the one of its type that is open already.
  mutating func show<Wanted: Layer>(_ layer: Wanted) {
    guard let index = layers.lastIndex(where: { $0 is Wanted }) else { return push(layer) }
    layers.removeSubrange((index + 1)...)
  }

  /// Brings every layer in line with a board.
  mutating func settle(_ board: BoardState) {
    for index in layers.indices { layers[index].settle(board) }
  }

  fileprivate mutating func put(_ layer: any Layer, at index: Int, isDone: Bool) {
    guard layers.indices.contains(index) else { return }
    layers[index] = layer
    if isDone, index > 0 { layers.remove(at: index) }
  }
}

extension BoardState {
  /// Hands something to the layers from the top down until one takes it.
  ///
  /// Returns `nil` where none did.
  mutating func offer(
    _ body: (inout any Layer, inout BoardState) -> Response
  ) -> [Effect]? {
    for index in layers.layers.indices.reversed() where layers.layers.indices.contains(index) {
      var layer = layers.layers[index]
      let response = body(&layer, &self)
      switch response {
      case .handled(let effects):
        layers.put(layer, at: index, isDone: false)
        return effects
      case .closed(let effects):
        layers.put(layer, at: index, isDone: true)
        return effects
      case .closing(let followUp):
        layers.put(layer, at: index, isDone: true)
        return followUp(&self)
      case .ignored:
        if !layer.letsKeysThrough { return nil }
      }
    }
    return nil
  }
}
