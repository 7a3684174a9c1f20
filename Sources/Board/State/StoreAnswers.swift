public import Pipeline

/// What one request to the store is known by until it is answered.
public struct Ticket: Hashable, Comparable, Sendable {
  /// Rises by one with each request.
  public let number: Int

  /// The ticket of a number.
  public init(number: Int) {
    self.number = number
  }

  /// Orders earlier requests first.
  public static func < (left: Ticket, right: Ticket) -> Bool {
    left.number < right.number
  }
}

/// What the store keeps something waiting for.
public enum StoreWait: Hashable, Sendable {
  /// The disk, or a program that does not say who it is.
  case disk
  /// Another process that holds the file, by the name that it gave.
  case holder(String)
}

extension StoreWait {
  /// What the status line says of it.
  var words: String {
    switch self {
    case .disk: phrase("waiting for the disk")
    case .holder(let name): phrase("waiting for \(name)")
    }
  }
}

/// What one filter is known by until its figures are there; a later filter makes it void.
public struct FilterTicket: Hashable, Sendable {
  /// Rises by one with each change of the filter.
  public let number: Int

  /// The ticket of a number.
  public init(number: Int) {
    self.number = number
  }
}

/// A step that stands in the log.
public struct StoredStep: Hashable, Sendable {
  /// Its events with their deals, in the order of the log; empty where all was so already.
  public var changes: [RecordedChange]
  /// Whether the workspace comes anew behind it, with what is not among its changes.
  public var isLoadedAnew: Bool
  /// What can be undone and redone now.
  public var undo: UndoState
  /// Sentences about what else happened: someone changed another part of the deal meanwhile.
  public var notices: [String]

  /// Makes an answer.
  public init(
    changes: [RecordedChange],
    isLoadedAnew: Bool = false,
    undo: UndoState,
    notices: [String] = []
  ) {
    self.changes = changes
    self.isLoadedAnew = isLoadedAnew
    self.undo = undo
    self.notices = notices
  }
}

/// Why a step was not made, or something else not kept.
public struct StoreFailure: Hashable, Sendable {
  /// What happened, to what, and what to do.
  public var sentence: String
  /// Deals as others left them, where they were first; the same step may be offered again on top.
  public var theirs: [Deal]
  /// What others did first, with the deals as they left them.
  public var theirChanges: [RecordedChange]
  /// Whether sending the same step again may help: disk full, busy.
  public var mayRetry: Bool

  /// Makes a failure.
  public init(
    sentence: String,
    theirs: [Deal] = [],
    theirChanges: [RecordedChange] = [],
    mayRetry: Bool = false
  ) {
    self.sentence = sentence
    self.theirs = theirs
    self.theirChanges = theirChanges
    self.mayRetry = mayRetry
  }
}

/// A file that the first-run screen had made, and who works on it.
public struct MadeFile: Hashable, Sendable {
  /// The file's name, for the status line.
  public var name: String?
  /// Whether it holds the sample data and goes when the board is left.
  public var isSample: Bool
  /// The name under which changes are recorded.
  public var actor: String
  /// The person of the team who that is; `nil`: none of the team.
  public var me: Identifier<Person>?
  /// What can be undone and redone.
  public var undo: UndoState
  /// What an import brought; `nil` where none was asked for.
  public var summary: ImportSummary?

  /// Describes a file.
  public init(
    name: String?,
    isSample: Bool,
    actor: String,
    me: Identifier<Person>?,
    undo: UndoState,
    summary: ImportSummary? = nil
  ) {
    self.name = name
    self.isSample = isSample
    self.actor = actor
    self.me = me
    self.undo = undo
    self.summary = summary
  }
}

/// What the actor can undo and redo.
public struct UndoState: Hashable, Sendable {
  /// The step that undo takes back; `nil`: none.
  public var undo: ChangeStep?
  /// The step that redo makes again; `nil`: none.
  public var redo: ChangeStep?
  /// How many steps can be taken back one after the other.
  public var depth: Int

  /// Makes a state; without arguments, one of nothing.
  public init(undo: ChangeStep? = nil, redo: ChangeStep? = nil, depth: Int = 0) {
    self.undo = undo
    self.redo = redo
    self.depth = depth
  }
}

/// The figures of one pipeline as of earlier days, that changes beside numbers are measured from.
public struct FigureComparison: Hashable, Sendable {
  /// The pipeline.
  public var pipeline: Identifier<SalesPipeline>
  /// Which deals are counted.
  public var narrowing: Narrowing
  /// As of the end of the day before: beside a count or a sum.
  public var startOfDay: LiveFigures
  /// As of 90 days ago: beside a rate or an age.
  public var earlier: LiveFigures

  /// Makes a comparison.
  public init(
    pipeline: Identifier<SalesPipeline>,
    narrowing: Narrowing = Narrowing(),
    startOfDay: LiveFigures,
    earlier: LiveFigures
  ) {
    self.pipeline = pipeline
    self.narrowing = narrowing
    self.startOfDay = startOfDay
    self.earlier = earlier
  }
}

/// Words used before, the most used first.
public struct Suggestions: Hashable, Sendable {
  /// Reasons that deals were lost for.
  public var lostReasons: [String]
  /// Customers' organizations.
  public var organizations: [String]
  /// People at customers'.
  public var contacts: [String]
  /// Labels.
  public var labels: [String]

  /// Makes lists of words; without arguments, empty ones.
  public init(
    lostReasons: [String] = [],
    organizations: [String] = [],
    contacts: [String] = [],
    labels: [String] = []
  ) {
    self.lostReasons = lostReasons
    self.organizations = organizations
    self.contacts = contacts
    self.labels = labels
  }
}
