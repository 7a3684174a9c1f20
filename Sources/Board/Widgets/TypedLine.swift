/// A field in a row of the footer, with what is said about it beside it, or under it where there is
/// no room: what is typed stays readable first.
struct TypedLine {
  /// The fewest cells of a field that is nearly empty.
  private static let least = 16

  let field: TextField
  let completion: String
  /// What was understood, or what is wrong; may be empty.
  let said: String
  let role: Role
  /// The row below, where what has no room is said.
  let below: StatusLine

  /// Draws the field from a column on; `row` must not be the screen's last one.
  func draw(on canvas: inout Canvas, row: Int, column: Int, hint: String) {
    let room = canvas.columns - column - 1
    let typed = canvas.width(of: field.text) + canvas.width(of: completion) + 2
    let needed = said.isEmpty ? 0 : canvas.width(of: said) + 3
    let isBeside = max(Self.least, typed) + needed <= room
    let width = isBeside ? room - needed : room
    field.draw(
      on: &canvas,
      in: Rect(row: row, column: column, rows: 1, columns: max(1, width)),
      hint: hint,
      completion: completion,
      isFocused: true
    )
    guard !said.isEmpty else { return }
    guard !isBeside else {
      canvas.writeRight(said, row: row, endingAt: canvas.columns - 1, Style(role))
      return
    }
    below.draw(saying: said, role, on: &canvas, row: row + 1)
  }
}
