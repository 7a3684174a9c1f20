import Pipeline

/// Where each stage stands in today's order of its pipeline.
struct StageOrder {
  /// A stage's pipeline and place; no place for an archived one.
  struct Place {
    let pipeline: Identifier<SalesPipeline>
    let position: Int?
    let name: String
  }

  private let places: [Identifier<Stage>: Place]

  init(_ pipelines: [SalesPipeline]) {
    var places: [Identifier<Stage>: Place] = [:]
    for pipeline in pipelines {
      for (position, stage) in pipeline.stages.enumerated() {
        places[stage.id] = Place(pipeline: pipeline.id, position: position, name: stage.name)
      }
      for stage in pipeline.archivedStages {
        places[stage.id] = Place(pipeline: pipeline.id, position: nil, name: stage.name)
      }
    }
    self.places = places
  }

  subscript(stage: Identifier<Stage>) -> Place? { places[stage] }

  /// Whether a deal of a pipeline may be put into a stage.
  func isColumn(_ stage: Identifier<Stage>, of pipeline: Identifier<SalesPipeline>) -> Bool {
    guard let place = places[stage] else { return false }
    return place.pipeline == pipeline && place.position != nil
  }

  /// The stage latest in the order among those that the deal stood in; its present one where none
  /// of them is a column of its pipeline any more.
  func furthest(of deal: Deal) -> Identifier<Stage> {
    var furthest = deal.stage
    var position = position(deal.stage, in: deal.pipeline)
    for visit in deal.visits {
      let visited = self.position(visit.stage, in: deal.pipeline)
      if visited > position { (furthest, position) = (visit.stage, visited) }
    }
    return furthest
  }

  /// The days that a deal spent in each stage of its pipeline and the first day it was there, in the
  /// order of the first visits; the running visit's days are left out.
  func stays(of deal: Deal) -> [(stage: Identifier<Stage>, firstDay: Day, days: Int64)] {
    var stays: [(stage: Identifier<Stage>, firstDay: Day, days: Int64)] = []
    for visit in deal.visits where places[visit.stage]?.pipeline == deal.pipeline {
      if let known = stays.firstIndex(where: { $0.stage == visit.stage }) {
        stays[known].days += Int64(visit.days)
      } else {
        stays.append((visit.stage, visit.entered, Int64(visit.days)))
      }
    }
    return stays
  }

  private func position(_ stage: Identifier<Stage>, in pipeline: Identifier<SalesPipeline>) -> Int {
    guard let place = places[stage], place.pipeline == pipeline else { return -1 }
    return place.position ?? -1
  }
}
