internal import Pipeline

/// Finds the pipeline and the stage that a row's names mean.
struct Destinations {
  /// A pipeline that deals go into, with the stages by name.
  private struct Place {
    let pipeline: SalesPipeline
    let stages: [FoldedName: Identifier<Stage>]
    let map: StageMap
    var cache = ByteCache<Identifier<Stage>>()
  }

  private var places: [Place]
  private let byName: [FoldedName: Int]
  private var cache = ByteCache<Int>()

  /// The plan's pipelines as they came to be, in the plan's order, with the stage map of each name
  /// that the file has for one.
  init(plan: ImportPlan, pipelines: [SalesPipeline], maps: [FoldedName: StageMap]) {
    self.places = zip(plan.pipelines, pipelines).map { planned, pipeline in
      let names = pipeline.stages.map { (FoldedName($0.name), $0.id) }
      var map = StageMap()
      for name in planned.fileNames { maps[FoldedName(name)].map { map.merge($0) } }
      return Place(
        pipeline: pipeline,
        stages: Dictionary(names) { first, _ in first },
        map: map
      )
    }
    var byName: [FoldedName: Int] = [:]
    for (index, planned) in plan.pipelines.enumerated() where index < pipelines.count {
      for name in planned.fileNames { byName[FoldedName(name)] = index }
    }
    self.byName = byName
  }

  /// The place of the pipeline that a cell names; the first where the plan knows no such name.
  mutating func place(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    if let place = cache.value(for: bytes, range) { return place }
    let place = byName[FoldedName(bytes.name(range))] ?? 0
    cache.keep(place, for: bytes, range)
    return place
  }

  /// The pipeline at a place.
  func pipeline(at place: Int) -> SalesPipeline { places[place].pipeline }

  /// The stage that a cell names; `nil` where the pipeline has none of that name.
  mutating func stage(_ bytes: [UInt8], _ range: Range<Int>, at place: Int) -> Identifier<Stage>? {
    if let stage = places[place].cache.value(for: bytes, range) { return stage }
    guard let stage = places[place].stages[FoldedName(places[place].map(bytes.name(range)))]
    else { return nil }
    places[place].cache.keep(stage, for: bytes, range)
    return stage
  }

  /// The stage's name, in whichever pipeline it is.
  func name(of stage: Identifier<Stage>) -> String? {
    places.lazy.compactMap { $0.pipeline.stage(stage)?.name }.first
  }

  /// The pipeline that comes first in the plan.
  var first: SalesPipeline? { places.first?.pipeline }

  /// A pipeline of the plan; `nil` for another one.
  func pipeline(_ id: Identifier<SalesPipeline>) -> SalesPipeline? {
    places.lazy.map(\.pipeline).first { $0.id == id }
  }

  /// The stage of a name in a pipeline; `nil` where it has none such.
  func stage(named name: String, in pipeline: SalesPipeline) -> Identifier<Stage>? {
    places.first { $0.pipeline.id == pipeline.id }.flatMap { $0.stages[FoldedName($0.map(name))] }
  }
}
