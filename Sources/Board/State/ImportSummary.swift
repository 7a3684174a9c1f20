public import Pipeline

/// What the first import of a workspace brought, for the person who waited for it.
public struct ImportSummary: Hashable, Sendable {
  /// A pipeline that deals went into.
  public struct Part: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its stages in board order.
    public var stages: [String]

    /// Names a pipeline.
    public init(name: String, stages: [String]) {
      self.name = name
      self.stages = stages
    }
  }

  /// Rows that were left out for one reason.
  public struct LeftOut: Hashable, Sendable {
    /// The reason's code in words: `unknown stage`.
    public var reason: String
    /// How many.
    public var rows: Int

    /// Counts rows.
    public init(reason: String, rows: Int) {
      self.reason = reason
      self.rows = rows
    }
  }

  /// The file, as it was typed.
  public var file: String
  /// How many deals came in.
  public var deals: Int
  /// Where they went.
  public var pipelines: [Part]
  /// The owners that the file names.
  public var owners: [String]
  /// How many deals there are in each currency.
  public var currencies: [Currency: Int]
  /// What was left out, most first; empty where nothing was.
  public var leftOut: [LeftOut]
  /// Where the workspace is now.
  public var workspace: String

  /// Sums an import up.
  public init(
    file: String,
    deals: Int,
    pipelines: [Part] = [],
    owners: [String] = [],
    currencies: [Currency: Int] = [:],
    leftOut: [LeftOut] = [],
    workspace: String
  ) {
    self.file = file
    self.deals = deals
    self.pipelines = pipelines
    self.owners = owners
    self.currencies = currencies
    self.leftOut = leftOut
    self.workspace = workspace
  }
}
