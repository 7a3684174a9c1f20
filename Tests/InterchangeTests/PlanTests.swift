import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// Which pipelines and stages an import goes into.
struct PlanTests {
  private func plan(
    _ text: String,
    _ options: ImportOptions = .init(),
    touched: Bool = false
  ) throws -> ImportPlan {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    if touched { workspace.untouchedDefault = nil }
    let file = ImportFile(name: "deals.csv", bytes: Array(text.utf8))
    let survey = try ImportSurvey(of: file).mapped(into: workspace.context, options: options)
    return ImportPlan(for: survey, into: workspace.context, options: options)
  }

  private func stages(_ plan: ImportPlan, _ place: Int = 0) -> [String] {
    plan.pipelines[place].destination.template?.stages.map(\.name) ?? []
  }

  private static let header = "title,stage,status,pipeline\n"

  @Test func `without a pipeline column it goes into the first pipeline`() throws {
    let plan = try plan("title,stage\nA,Lead In\n")

    #expect(plan.pipelines.map(\.destination) == [.existing(Identifier(rawValue: 1))])
    #expect(plan.replaced == nil)
    #expect(plan.changesStructure == false)
  }

  @Test func `a pipeline that is there is used, without regard to case`() throws {
    let plan = try plan(Self.header + "A,Lead In,open, sALES \n")

    #expect(plan.pipelines.map(\.destination) == [.existing(Identifier(rawValue: 1))])
  }

  @Test func `a file that names the untouched default pipeline brings its own stages`() throws {
    let rows = Self.header + "A,Qualified,,Sales\nB,Proposal made,,Sales\n"

    let fresh = try plan(rows)
    let touched = try plan(rows, touched: true)

    #expect(stages(fresh) == ["Proposal made", "Qualified"])
    #expect(touched.pipelines.map(\.destination) == [.existing(Identifier(rawValue: 1))])
  }

  @Test func `stages known by default come first, the others by share won, ties by appearance`()
    throws
  {
    let rows = [
      "A,Zeta,won", "B,Zeta,lost", "C,Alpha,won", "D,Beta,open", "E,Gamma,won", "F,Gamma,open",
      "G,Proposal made,won", "H,contact made,won",
    ]
    let plan = try plan(Self.header + rows.map { $0 + ",Field\n" }.joined())

    // Won: Beta 0 of 1, Zeta 1 of 2, Gamma 1 of 2, Alpha 1 of 1.
    #expect(
      stages(plan) == ["contact made", "Proposal made", "Beta", "Zeta", "Gamma", "Alpha"]
    )
    #expect(
      plan.pipelines[0].reasons == [
        .defaultOrder, .defaultOrder, .winShare(won: 0, of: 1), .winShare(won: 1, of: 2),
        .winShare(won: 1, of: 2), .winShare(won: 1, of: 1),
      ]
    )
    let template = try #require(plan.pipelines[0].destination.template)
    #expect(template.stages.map(\.probability?.percent) == [20, 60, nil, nil, nil, nil])
    #expect(plan.replaced == Identifier(rawValue: 1))
  }

  @Test func `stages that the file numbers come as it numbers them, before all guesses`() throws {
    let header = "title,stage,stage_number,pipeline\n"
    let rows = ["A,Lead In,2", "B,Signed,4", "C,Qualified,1", "D,Demo Scheduled,3", "E,Old,"]
    let plan = try plan(header + rows.map { $0 + ",Field\n" }.joined())

    #expect(stages(plan) == ["Qualified", "Lead In", "Demo Scheduled", "Signed", "Old"])
    #expect(
      plan.pipelines[0].reasons == [
        .numbered, .numbered, .numbered, .numbered, .winShare(won: 0, of: 1),
      ]
    )
  }

  @Test func `a file that numbers the default pipeline's stages otherwise brings its order`()
    throws
  {
    let header = "title,stage,stage_number,pipeline\n"

    let same = try plan(header + "A,Contact Made,2,Sales\nB,Lead In,1,Sales\n")
    let other = try plan(header + "A,Contact Made,1,Sales\nB,Lead In,2,Sales\n")

    #expect(same.pipelines.map(\.destination) == [.existing(Identifier(rawValue: 1))])
    #expect(stages(other) == ["Contact Made", "Lead In"])
  }

  @Test func `an order that is given comes before every other`() throws {
    let options = ImportOptions(stages: ImportOptions.Stages(list: "B, A"))
    let plan = try plan(Self.header + "1,A,won,Field\n2,B,won,Field\n3,Lead In,,Field\n", options)

    #expect(stages(plan) == ["B", "A", "Lead In"])
  }

  @Test func `of an order that is given each of several pipelines takes its own stages`() throws {
    let options = ImportOptions(stages: .order(["Offer", "Nowhere", "Intake", "Due"]))
    let rows = ["1,Intake,,Field", "2,Offer,,Field", "3,Other,,Field", "4,Due,,Renewals"]
    let plan = try plan(Self.header + rows.map { $0 + "\n" }.joined(), options)

    #expect(stages(plan, 0) == ["Offer", "Intake", "Other"])
    #expect(stages(plan, 1) == ["Due"])
    #expect(plan.warnings.map(\.code) == ["stages_unused"])
    #expect(plan.warnings.first?.message.contains("in Nowhere,") == true)
  }

  @Test func `an order for one pipeline leaves the others as the file has them`() throws {
    var options = ImportOptions()
    options.stageOrders = ["renewals": ["Due", "Agreed"]]
    let rows = ["1,Agreed,,Field", "2,Due,,Field", "3,Agreed,,Renewals", "4,Due,,Renewals"]
    let plan = try plan(Self.header + rows.map { $0 + "\n" }.joined(), options)

    #expect(stages(plan, 0) == ["Agreed", "Due"])
    #expect(stages(plan, 1) == ["Due", "Agreed"])
  }

  @Test func `an order shapes the default pipeline only while nobody has touched it`() throws {
    let options = ImportOptions(stages: .order(["A", "B"]))

    let fresh = try plan("title,stage\nx,A\n", options)
    let touched = try plan("title,stage\nx,A\n", options, touched: true)

    #expect(stages(fresh) == ["A", "B"])
    #expect(touched.pipelines.map(\.destination) == [.existing(Identifier(rawValue: 1))])
    #expect(touched.warnings.map(\.code) == ["stages_ignored"])
  }

  @Test func `a described pipeline takes everything, whatever the file says`() throws {
    let template = PipelineTemplate(name: "Mine", stages: [StageTemplate(name: "A")])
    let options = ImportOptions(stages: .pipeline(template))

    let plan = try plan(Self.header + "1,A,,Field\n2,A,,Inside\n", options)

    #expect(plan.pipelines.map(\.destination) == [.make(template)])
    #expect(plan.pipelines[0].fileNames == ["Field", "Inside"])
  }

  @Test func `a described pipeline that is there keeps its other stages behind`() throws {
    let stage = StageTemplate(name: "proposal made", idleLimit: 9)
    let template = PipelineTemplate(name: "sales", stages: [stage, StageTemplate(name: "New")])
    let options = ImportOptions(stages: .pipeline(template))

    let plan = try plan("title,stage\nx,New\n", options, touched: true)

    #expect(
      stages(plan) == [
        "proposal made", "New", "Lead In", "Contact Made", "Demo Scheduled", "Negotiations Started",
      ]
    )
  }

  @Test func `a file may name several pipelines, each with its own stages`() throws {
    let plan = try plan(Self.header + "1,A,,Field\n2,B,,Inside\n3,C,,field\n")

    #expect(plan.pipelines.map(\.fileNames) == [["Field"], ["Inside"]])
    #expect(stages(plan, 0) == ["A", "C"])
    #expect(stages(plan, 1) == ["B"])
  }

  @Test func `a pipeline that is named takes all rows, whichever they name`() throws {
    var options = ImportOptions(pipeline: "Partners")

    let plan = try plan(Self.header + "1,A,,Field\n2,B,,Inside\n3,a,,Inside\n", options)

    #expect(plan.pipelines.map(\.fileNames) == [["Field", "Inside"]])
    #expect(plan.pipelines[0].destination.template?.name == "Partners")
    #expect(stages(plan) == ["A", "B"])

    options.pipeline = "sales"
    let there = try self.plan(Self.header + "1,A,,Field\n", options, touched: true)
    #expect(there.pipelines.map(\.destination) == [.existing(Identifier(rawValue: 1))])
  }

  @Test func `a stage map names the stages that rows mean`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      "title,stage\nA,qualified\nB,Other\n",
      ImportOptions(stageMap: ["Qualified": "Contact Made"])
    )

    #expect(report.imported == 1)
    #expect(report.rejected.map(\.code) == ["unknown_stage"])
    let deal = try #require(workspace.target.deals.first)
    #expect(workspace.stageName(deal.stage) == "Contact Made")
  }

  @Test func `a stage map takes the beginning and the number of a stage`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    try workspace.bring(
      "title,stage\nA,qualified\nB,Talking\n",
      ImportOptions(stageMap: ["Qualified": "contact", "Talking": "4"])
    )

    let stages = workspace.target.deals.map { workspace.stageName($0.stage) }
    #expect(stages == ["Contact Made", "Proposal Made"])
  }

  @Test func `a stage map finds stages that the file makes, and makes new ones`() throws {
    let text = Self.header + "A,Intake,,Field\nB,In,,Field\nC,Old,,Field\nD,Closing,,Field\n"

    let plan = try plan(text, ImportOptions(stageMap: ["Old": "clo", "In": "Begin"]))

    // Old goes into the file's own Closing; no stage begins with Begin, so one is made.
    #expect(stages(plan) == ["Intake", "Begin", "Closing"])
  }

  @Test func `a stage map is read in the pipeline of each row`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    workspace.untouchedDefault = nil
    let names = ["Demo", "Deal"].map { StageTemplate(name: $0, probability: nil) }
    workspace.pipelines.append(MemoryWorkspace.pipeline(2, "Field", names))

    try workspace.bring(
      Self.header + "A,Shown,,Sales\nB,Shown,,Field\n",
      ImportOptions(stageMap: ["Shown": "dem"])
    )

    let stages = workspace.target.deals.map { workspace.stageName($0.stage) }
    #expect(stages == ["Demo Scheduled", "Demo"])
  }

  @Test func `a stage map blames the name that is none of ours`() throws {
    let fault = #expect(throws: StageMapFault.self) {
      try plan("title,stage\nA,Qualified\n", ImportOptions(stageMap: ["Qualified": "Demmo"]))
    }

    #expect(fault?.pipeline == "Sales")
    #expect(fault?.reason == .unknown("Demmo", known: StageTemplate.defaults.map(\.name)))
  }

  private static let closings = """
    Deal Name,Deal Stage,Pipeline,Close Date,Is Closed,Is Won
    A,Lead In,Sales,2026-04-30,false,false
    B,Closed Won,Sales,2026-03-01,true,true
    C,Gone Cold,Sales,2026-03-01,true,false

    """

  @Test func `a stage map says where the closed deals of HubSpot stood`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    try workspace.bring(
      Self.closings,
      ImportOptions(stageMap: ["Closed Won": "prop", "gone cold": "Demo Scheduled"])
    )

    let stages = workspace.target.deals.map { workspace.stageName($0.stage) }
    #expect(stages == ["Lead In", "Proposal Made", "Demo Scheduled"])
  }

  @Test func `a stage map blames the name that is none of ours for closed deals too`() throws {
    let options = ImportOptions(stageMap: ["Gone Cold": "Demmo"])

    let there = #expect(throws: StageMapFault.self) { try plan(Self.closings, options) }
    // Closed deals make no stage, so there is none to be called so in a pipeline that is made.
    let made = #expect(throws: StageMapFault.self) {
      try plan(Self.closings.replacing("Sales", with: "Field"), options)
    }

    #expect(there?.reason == .unknown("Demmo", known: StageTemplate.defaults.map(\.name)))
    #expect(made?.pipeline == "Field")
    #expect(made?.reason == .unknown("Demmo", known: ["Lead In"]))
  }

  @Test func `a stage that open deals make may be the one that closed deals stood in`() throws {
    let text = Self.closings.replacing("Sales", with: "Field")
    let options = ImportOptions(stageMap: ["Lead In": "Begin", "Closed Won": "Begin"])
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    try workspace.bring(text, options)

    let won = try #require(workspace.target.deals.first { $0.status.isWon })
    #expect(workspace.stageName(won.stage) == "Begin")
  }

  @Test func `a closing stage is mapped in the pipelines whose rows name it alone`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    workspace.untouchedDefault = nil
    let names = ["Talk", "Offer"].map { StageTemplate(name: $0, probability: nil) }
    workspace.pipelines.append(MemoryWorkspace.pipeline(2, "Field", names))

    try workspace.bring(
      Self.closings.replacing("Closed Won,Sales", with: "Closed Won,Field"),
      ImportOptions(stageMap: ["Closed Won": "Talk"])
    )

    let won = try #require(workspace.target.deals.first { $0.status.isWon })
    #expect(workspace.stageName(won.stage) == "Talk")
  }

  @Test func `a history's stages are mapped as well`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      "deal,date,event,arg,value,owner,currency,expected_close\n"
        + "A,2026-03-01,create,Qualified,,,EUR,\n",
      ImportOptions(stageMap: ["Qualified": "demo"])
    )

    #expect(report.rejected == [])
    let deal = try #require(workspace.target.deals.first)
    #expect(workspace.stageName(deal.stage) == "Demo Scheduled")
  }

  @Test func `a file of one column of nonsense is refused, not made into stages`() throws {
    let rows = (0...200).map { "A,Stage \($0)\n" }.joined()

    #expect(throws: ImportRefusal(.tooManyNames(.stages))) {
      try plan("title,stage\n" + rows)
    }
  }
}
