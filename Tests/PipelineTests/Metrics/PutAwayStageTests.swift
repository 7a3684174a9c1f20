import Pipeline
import Testing

/// Five stages of which the second was put away; deals stood in it before.
@Suite struct PutAwayStageTests {
  private static let pipeline: SalesPipeline = {
    var pipeline = SalesPipeline.sales
    var away = pipeline.stages.remove(at: 1)
    away.isArchived = true
    pipeline.archivedStages = [away]
    return pipeline
  }()

  /// One deal in the first stage, two in the one that was put away, and one in the third.
  private static let deals = [1, 2, 2, 3].enumerated().map { place, stage in
    Deal.fixture(
      Int64(place + 1),
      stage: stage,
      minorUnits: Int64(place + 1) * 10_000,
      owner: Int64(place % 2)
    )
  }

  private static func figures(_ deals: [Deal] = deals) -> Figures {
    Figures(of: deals, pipeline: pipeline, asOf: day(3, 31))
  }

  @Test func `deals in a stage that was put away are counted in it, after the others`() {
    let figures = Self.figures()

    #expect(figures.open.deals == 4)
    #expect(figures.stagesInUse.map(\.open.deals) == [1, 1, 0, 0, 2])
    #expect(figures.stagesInUse.last?.stage.isArchived == true)
    // The second and the third deal, of 200 and 300.
    #expect(figures.stagesInUse.last?.open[.euro].value.minorUnits == 50_000)
    let empty = Self.figures([Self.deals[0]])
    #expect(empty.stagesInUse.map(\.open.deals) == [1, 0, 0, 0])
  }

  @Test func `the live figures count them as well, deal by deal and all at once`() {
    let window = DayRange(days: 365, endingOn: day(3, 31))
    var counter = OpenDealCounter(pipeline: Self.pipeline, day: day(3, 31), window: window)
    var followed = LiveFigures(
      pipeline: Self.pipeline,
      day: day(3, 31),
      window: window,
      closed: ClosedTotals()
    )

    for deal in Self.deals {
      counter.add(deal)
      followed.replace(nil, with: deal)
    }

    #expect(followed.putAway.map(\.deals) == [2])
    #expect(followed.stages.map(\.open.deals) == [1, 1, 0, 0])
    #expect(counter.figures() == followed)
    for deal in Self.deals { followed.replace(deal, with: nil) }
    #expect(followed.putAway.map(\.deals) == [0])
  }

  @Test func `a comparison has a line for a stage that was put away and had deals then`() {
    let benchmark = Benchmark(now: Self.figures([Self.deals[0]]), then: Self.figures())
    let name = "open deals in \(SalesPipeline.sales.stages[1].name) (put away)"

    let line = benchmark.lines.first { $0.metric.name(in: Self.pipeline) == name }
    #expect(line?.comparison.then == Ratio(2))
    #expect(line?.comparison.now == Ratio(0))
    let without = Self.figures([Self.deals[0]])
    #expect(
      !Benchmark(now: without, then: without).lines.contains {
        $0.metric.name(in: Self.pipeline) == name
      }
    )
    // Nothing new is to be found for a stage that is no more.
    #expect(
      Self.figures([Self.deals[0]]).missing(against: Self.figures()).map(\.stage.id) == [
        numbered(3)
      ]
    )
  }

  @Test func `why so many stand there names the deals that do`() {
    let place = Self.pipeline.stages.count
    let explanations = Self.figures()
      .explain([FigureName(.openDeals, stage: place)], from: Self.deals)

    #expect(explanations.map(\.deals) == [[numbered(2), numbered(3)]])
    #expect(explanations.first?.title.hasSuffix("(put away)") == true)
  }

  @Test func `a filter finds a stage that was put away where no other has the name`() throws {
    let name = SalesPipeline.sales.stages[1].name
    let text = "stage:" + (name.split(separator: " ").first.map(String.init) ?? name)
    let context = DealFilter.Context(
      pipelines: [Self.pipeline],
      people: [],
      today: day(3, 31)
    )

    let filter = try DealFilter(text, in: context)

    let found = Self.deals.filter { filter.matches($0) }.map(\.id)
    #expect(found == [numbered(2), numbered(3)])
  }
}
