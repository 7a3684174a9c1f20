/// Whether a reading went on without a part of a damaged file that it could do without.
final class UnreadParts {
  private(set) var areThere = false

  /// Notes that a part could not be read.
  func note() { areThere = true }
}

extension Ledger {
  /// What a part beside the deals holds; of a part that cannot be read nothing, where a reading does
  /// without it: one lost page of goals must not shut the deals out.
  ///
  /// Throws what reading throws where something is written, which must not go by half of a file.
  func orNone<Row>(_ part: () throws -> [Row]) throws -> [Row] {
    do {
      return try part()
    } catch {
      guard let unread, StoreError(error, path: path).saysDamaged else { throw error }
      unread.note()
      return []
    }
  }
}
