/// Where a text stops being TOML, and why.
struct TOMLFault: Error, Hashable {
  /// What is missing or too much.
  enum Reason: String, Hashable {
    case noName = "a name is expected here"
    case noEqualsSign = "the name is followed by no ="
    case noValue = "a value is expected here"
    case openText = "this text has no closing quotation mark on its line"
    case openLongText = "this text has no closing three quotation marks"
    case unknownEscape = "there is no such character after a backslash"
    case longName = "a name cannot be in three quotation marks"
    case openList = "this list has no closing ]"
    case noComma = "a comma or the end is expected here"
    case openHeader = "the name of this table has no closing ]"
    case moreOnLine = "nothing more is expected on this line"
    /// Not wrong in TOML, but deeper than any setting stands.
    case tooDeep
  }

  /// What is missing or too much.
  let reason: Reason
  /// Where.
  let place: SourcePlace
}
