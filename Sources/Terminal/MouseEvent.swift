/// What the mouse did, and over which cell.
public struct MouseEvent: Hashable, Sendable {
  /// A button of the mouse.
  public enum Button: Hashable, Sendable {
    /// The main button.
    case left
    /// The wheel as a button.
    case middle
    /// The other button.
    case right
  }

  /// What happened.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// A button came up; old protocols do not tell which one, and it is then the left one.
    case release(Button)
    /// The pointer entered another cell while a button was down.
    case drag(Button)
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
    /// The wheel was tilted to the left.
    case wheelLeft
    /// The wheel was tilted to the right.
    case wheelRight
  }

  /// What happened.
  public var action: Action
  /// The row of the cell, from 0 at the top.
  public var row: Int
  /// The column of the cell, from 0 at the left.
  public var column: Int
  /// Keys held down meanwhile; most terminals keep shift to themselves.
  public var modifiers: Key.Modifiers

  /// Creates a mouse event over the cell at `row` and `column`, both from 0.
  public init(_ action: Action, row: Int, column: Int, modifiers: Key.Modifiers = []) {
    self.action = action
    self.row = row
    self.column = column
    self.modifiers = modifiers
  }
}

extension MouseEvent {
  /// Creates an event from a report's numbers: the button's bits as xterm has them, row and column from 1.
  ///
  /// Nil for what is not reported here: motion without a button, buttons 8 and up, cells that no terminal has.
  ///
  /// Source: "Mouse Tracking", XTerm Control Sequences.
  init?(bits: Int, column: Int, row: Int, isRelease: Bool) {
    guard (1...32_767).contains(column), (1...32_767).contains(row), bits < 128 else { return nil }
    let modifiers = Key.Modifiers(
      rawValue: (bits & 4 != 0 ? 1 : 0) | (bits & 8 != 0 ? 2 : 0) | (bits & 16 != 0 ? 4 : 0)
    )
    let button: Button? =
      switch bits & 3 {
      case 0: .left
      case 1: .middle
      case 2: .right
      default: nil
      }
    let action: Action
    if bits & 64 != 0 {
      guard !isRelease, bits & 32 == 0 else { return nil }
      let wheel: [Action] = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight]
      action = wheel[bits & 3]
    } else if bits & 32 != 0 {
      guard let button, !isRelease else { return nil }
      action = .drag(button)
    } else if isRelease || button == nil {
      action = .release(button ?? .left)
    } else if let button {
      action = .press(button)
    } else {
      return nil
    }
    self.init(action, row: row - 1, column: column - 1, modifiers: modifiers)
  }
}
