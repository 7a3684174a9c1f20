import GRDB

/// Looking after the file: what `doctor` and `backup` do.
extension SQLiteStore {
  /// Checks the file's structure, and every deal against a replay of its log; hands out what is
  /// wrong.
  ///
  /// Whoever finds no damage lets the file be written again, where an earlier one was damaged.
  ///
  /// Throws where the file cannot be read at all; what is damaged within it is a finding.
  public func check(_ report: (DoctorFinding) -> Void) throws(StoreError) {
    if let wentBack { report(.wentBack(wentBack)) }
    var isWhole = true
    func heed(_ finding: DoctorFinding) {
      if finding.isDamage {
        isWhole = false
        noteDamage()
      }
      report(finding)
    }
    if case .damaged(let detail) = file.readOnlyReason { heed(.brokenStructure(detail)) }
    do {
      try file.queue.writeWithoutTransaction { database in
        try database.beginTransaction(.deferred)
        // What was found stands, also where the end of a damaged file's transaction fails.
        defer { try? database.rollback() }
        try Ledger(database, path: path).check(heed)
      }
    } catch {
      throw noted(error)
    }
    if isWhole, file.gate.damage() != nil { file.gate.mark(damage: nil) }
  }

  /// Names what is lost of a file that is too damaged to be opened, such as one that was cut off.
  ///
  /// It is read as it lies there, by nobody else's log and without a lock, and never written.
  /// Throws where not even the list of its tables can be read.
  public static func findLosses(
    at path: String,
    _ report: (DoctorFinding) -> Void
  ) throws(StoreError) {
    do {
      let queue = try WorkspaceFile.damagedQueue(at: path)
      try queue.unsafeRead { try Ledger($0, path: path).findLosses(report) }
      try queue.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Takes the file as it is, though events are missing that were once committed: the way on after
  /// a backup was restored.
  public func acceptWhatIsThere() throws(StoreError) {
    let last = try read { try $0.lastSequence() }
    try file.gate.hold { hold in
      file.gate.mark(loss: nil)
      hold.tellOthers(lastSequence: last, resetting: true)
    }
  }

  /// Copies the workspace as it is at one moment into a new file of the same permissions, while
  /// others may go on writing; returns whether the copy is whole, which that of a damaged file is not.
  ///
  /// Throws `.cannotCreate` where something stands at the path already, or belongs to a database there.
  @discardableResult
  public func backup(to path: String) throws(StoreError) -> Bool {
    let target = try FileLocation(path)
    if try target.look() != nil {
      throw .cannotCreate(path: target.path, detail: "something stands there already")
    }
    if FileRole.companions.contains(where: { target.path == self.path + $0 }) {
      throw .cannotCreate(path: target.path, detail: "it would be taken for a part of \(self.path)")
    }
    do {
      try WorkspaceFile.copy(file.queue, to: target, like: file.location.look() ?? file.mark)
      let isWhole = try WorkspaceFile.isWhole(target.path)
      if !isWhole { noteDamage() }
      return isWhole
    } catch {
      throw StoreError(error, path: target.path)
    }
  }
}
