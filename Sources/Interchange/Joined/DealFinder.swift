internal import Pipeline

/// Finds the deal that a row of another table belongs to.
struct DealFinder {
  private let target: any ImportTarget
  /// The deals of each title, read when the first one is looked for by it.
  private var titles: [String: [Identifier<Deal>]]?

  init(_ target: any ImportTarget) {
    self.target = target
  }

  /// The deal of an id, Pipedrive's or else that of a plain table, without one the only one of a title.
  mutating func deal(id: String?, title: String?) throws(LineFailure) -> Deal {
    if let id {
      guard let deal = try found(id) else { throw .row(.noSuchDeal("has the id \(id)")) }
      return deal
    }
    guard let title else { throw .row(.belongsToNoDeal) }
    let ids = try ids(titled: title)
    guard let only = ids.first else {
      throw .row(.noSuchDeal("is called \"\(title.shortened(to: 60))\""))
    }
    guard ids.count == 1 else { throw .row(.ambiguousDeal(title, ids.count)) }
    do {
      if let deal = try target.deal(only) { return deal }
    } catch {
      throw .store(error)
    }
    throw .row(.noSuchDeal("is called \"\(title.shortened(to: 60))\""))
  }

  private func found(_ id: String) throws(LineFailure) -> Deal? {
    do {
      for kind in [FileKind.pipedrive, .csv] {
        let deal = try target.deal(for: SourceKey(source: kind.source, id: id))
        if let deal, deal.presence != .neverWas { return deal }
      }
      return nil
    } catch {
      throw .store(error)
    }
  }

  private mutating func ids(titled title: String) throws(LineFailure) -> [Identifier<Deal>] {
    if titles == nil {
      var all: [String: [Identifier<Deal>]] = [:]
      do {
        try target.titles { id, title in all[FoldedName(title).text, default: []].append(id) }
      } catch {
        throw .store(error)
      }
      titles = all
    }
    return titles?[FoldedName(title).text] ?? []
  }
}

extension RowFault {
  static let belongsToNoDeal = RowFault(
    code: "missing_deal",
    "the row belongs to no deal. Link it to one there, or leave it out."
  )

  static func noSuchDeal(_ which: String) -> RowFault {
    RowFault(code: "unknown_deal", "no deal here \(which). Import the deals first.")
  }

  static func ambiguousDeal(_ title: String, _ count: Int) -> RowFault {
    RowFault(
      code: "ambiguous_deal",
      "\(count) deals are called \"\(title.shortened(to: 60))\". Export the column \"Deal - ID\" too."
    )
  }
}
