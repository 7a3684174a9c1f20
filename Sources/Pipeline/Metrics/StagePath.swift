/// The way of a deal through the board, as places of stages that count from 0; visits to stages that
/// were put away are left out.
struct StagePath: Sendable {
  /// The places in the order of the visits.
  private(set) var places: [Int] = []
  /// The day each visit began.
  private(set) var entered: [Day] = []
  /// The furthest place; where the deal never stood on the board, that of its present stage, else
  /// the first.
  private(set) var furthest = 0
  /// The place the deal stands in, or stood in when it was closed; `nil` off the board.
  private(set) var current: Int?

  init() {}

  init(_ deal: Deal, in pipeline: SalesPipeline) {
    follow(deal, in: pipeline)
  }

  /// Takes the way of another deal, in the same memory.
  mutating func follow(_ deal: Deal, in pipeline: SalesPipeline) {
    places.removeAll(keepingCapacity: true)
    entered.removeAll(keepingCapacity: true)
    furthest = -1
    for visit in deal.visits {
      guard let place = pipeline.position(of: visit.stage) else { continue }
      places.append(place)
      entered.append(visit.entered)
      furthest = max(furthest, place)
    }
    current = pipeline.position(of: deal.stage)
    if furthest < 0 { furthest = current ?? 0 }
  }

  /// The first day in a stage; `nil` where the deal never was there.
  func firstDay(at place: Int) -> Day? {
    places.firstIndex(of: place).map { entered[$0] }
  }

  /// The first day in a stage or any later one; `nil` where the deal never got there.
  func firstDay(atOrBeyond place: Int) -> Day? {
    // Visits are in the order of their days, so the first one found is the earliest.
    places.firstIndex { $0 >= place }.map { entered[$0] }
  }

  /// Whether the deal stood in a later stage at some time after a visit to this one.
  func wentBeyond(_ place: Int) -> Bool {
    guard let first = places.firstIndex(of: place) else { return false }
    return places[first...].contains { $0 > place }
  }

  /// Whether a visit to a stage was followed directly by one to the next.
  func wentDirectly(from place: Int) -> Bool {
    places.indices.dropLast().contains { places[$0] == place && places[$0 + 1] == place + 1 }
  }

  /// The days of the moves to an earlier stage.
  var regressions: [Day] {
    var days: [Day] = []
    for index in places.indices.dropFirst() where places[index] < places[index - 1] {
      days.append(entered[index])
    }
    return days
  }
}
