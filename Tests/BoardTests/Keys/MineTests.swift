import Pipeline
import Testing

@testable import Board

/// One's own deals, remembered from the last time.
struct MineTests {
  private static func mine(_ change: (inout BoardOptions) -> Void = { _ in }) -> TestBoard {
    .salesTeam(rows: 40, columns: 120) { options in
      options.showsMineOnly = true
      change(&options)
    }
  }

  @Test
  func `a board that opens on one's own deals has the closed ones counted`() throws {
    var board = Self.mine()
    #expect(board.screen.contains("closed deals: counting …"))

    let asked = board.state.openingEffects().compactMap { effect -> FilterTicket? in
      guard case .loadFilteredTotals(let ticket, let narrowing, let day) = effect else {
        return nil
      }
      #expect(narrowing == Narrowing(owner: numbered(1)))
      #expect(day == SalesTeam.today)
      return ticket
    }
    #expect(asked.count == 1)
    board.act(.filteredTotalsArrived(try #require(asked.first), [numbered(1): SalesTeam.closed]))

    #expect(!board.screen.contains("counting …  "))
    #expect(board.screen.contains("44 of 142 in 365d"))
  }

  @Test
  func `what is looked at in the sample is not remembered for one's own file`() {
    var board = TestBoard.salesTeam { $0.isSample = true }
    board.press("i")
    #expect(board.state.narrowing.owner == numbered(1))
    #expect(!board.effects.contains(.save(.mine(true))))

    board = .salesTeam()
    board.press("i")
    #expect(board.effects.contains(.save(.mine(true))))
  }

  @Test
  func `the changes beside the numbers are counted over one's own deals too`() {
    var board = Self.mine()
    let mine = Narrowing(owner: numbered(1))
    let ticket = board.state.filterTicket

    board.act(.filteredTotalsArrived(ticket, [numbered(1): SalesTeam.closed]))
    #expect(board.screen.contains("▲▼ counting …"))
    #expect(
      board.effects.last
        == .loadComparison(numbered(1), mine, startOfDay: day(11, 17), earlier: day(8, 20))
    )

    board.act(
      .comparisonArrived(
        FigureComparison(
          pipeline: numbered(1),
          narrowing: mine,
          startOfDay: Workspace(
            .fixture(
              SalesTeam.deals.filter { $0.owner == numbered(1) && $0.id != numbered(1) },
              asOf: day(11, 17)
            )
          ).live(numbered(1)),
          earlier: SalesTeam.earlier
        )
      )
    )
    // Ten of the deals are Anna's, Acme renewal is new.
    #expect(board.screen.contains("▲▼ today/90d"))
    #expect(board.screen.contains("Deals                10 ▲ 1"))
  }
}
