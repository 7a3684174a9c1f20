import Glibc

/// Who on this host may use a workspace besides its owner.
public struct Sharing: Hashable, Sendable {
  /// The file.
  public let file: String
  /// The folder that it stands in.
  public let folder: String
  /// The Unix group that may read and write it; `nil`: its owner alone.
  public let group: UInt32?
}

/// Why a workspace cannot be shared or taken back.
public enum SharingObstacle: Hashable, Sendable {
  /// The file, its folder or a companion is someone else's.
  case notOwner
  /// The caller is not in the group, so the system does not let them give anything to it.
  case notInGroup
  /// The system says why.
  case system(String)
}

extension SQLiteStore {
  /// Who may use the workspace now.
  ///
  /// Throws `.fileReplaced` where it is gone.
  public func sharing() throws(StoreError) -> Sharing {
    guard let file = FileMark(path), let folder = FileMark(self.file.location.folder) else {
      throw .fileReplaced(path: path)
    }
    let isShared = file.mode & 0o060 == 0o060 && folder.mode & 0o070 == 0o070
    return Sharing(
      file: path,
      folder: self.file.location.folder,
      group: isShared ? file.group : nil
    )
  }

  /// Opens the file, its companions and their folder to a group, or to their owner alone again.
  ///
  /// The folder passes its group on (setgid), and SQLite gives what it makes beside the file the
  /// file's own permissions, so that what anyone makes there later is the group's whatever their
  /// umask. Throws `.cannotShare`.
  public func share(with group: UInt32?) throws(StoreError) -> Sharing {
    try file.gate.hold { _ throws(StoreError) in
      let folder = Permissions(mode: group == nil ? 0o700 : 0o2770, group: group)
      let each = Permissions(mode: group == nil ? 0o600 : 0o660, group: group)
      // Whoever closes a workspace closes the door first, whoever opens it opens the door last.
      if group == nil { try folder.give(to: file.location.folder) }
      for suffix in ["", "-wal", "-shm", "-journal", "-gate"] { try each.give(to: path + suffix) }
      // Minutes of meetings that were held before are the group's too.
      let minutes = file.location.folder + "/minutes"
      if let mark = FileMark(minutes), mark.isFolder {
        folder.giveIfAllowed(to: minutes)
        for name in Self.names(in: minutes) {
          let path = "\(minutes)/\(name)"
          if FileMark(path)?.isRegularFile == true { each.giveIfAllowed(to: path) }
        }
      }
      if group != nil { try folder.give(to: file.location.folder) }
    }
    return try sharing()
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
            String(cString: $0)
          }
        }
      )
    }
    return names
  }
}

/// A mode and, where it is to be another one, a group.
struct Permissions: Hashable, Sendable {
  let mode: mode_t
  let group: gid_t?

  /// The same as a file's, without its set-id bits.
  init(of mark: FileMark) {
    mode = mark.mode & 0o777
    group = mark.group
  }

  init(mode: mode_t, group: gid_t?) {
    self.mode = mode
    self.group = group
  }

  /// Gives them to what stands at a path; nothing is done where nothing does, or a link.
  ///
  /// The group comes before the mode, so that no bits are ever another group's.
  fileprivate func give(to path: String) throws(StoreError) {
    guard let mark = FileMark(path), !mark.isLink, !isSame(as: mark) else { return }
    if let group, mark.group != group, lchown(path, uid_t.max, group) != 0 {
      let isOwner = geteuid() == 0 || mark.owner == geteuid()
      throw obstacle(errno == EPERM && isOwner ? .notInGroup : nil, path)
    }
    guard chmod(path, mode) == 0 else { throw obstacle(nil, path) }
    // The system drops setgid silently where the caller is not in the group.
    if let now = FileMark(path), !isSame(as: now) {
      throw .cannotShare(path: path, .notInGroup)
    }
  }

  /// Gives them to what is the caller's at a path; what others wrote there they give themselves.
  fileprivate func giveIfAllowed(to path: String) {
    do throws(StoreError) { try give(to: path) } catch {
      // Left as it is: the workspace itself is shared all the same, and who asks is told of the
      // folder (`ShareCommand.warnings`).
    }
  }

  /// Gives them to a file that this process has just made, as far as the system lets it: where it
  /// does not give the group, the group's bits are left out.
  func giveAsFarAsAllowed(to path: String) {
    let isGiven = group.map { lchown(path, uid_t.max, $0) == 0 || FileMark(path)?.group == $0 }
    chmod(path, isGiven ?? true ? mode : mode & 0o707)
  }

  private func isSame(as mark: FileMark) -> Bool {
    mark.mode & 0o7777 == mode && (group == nil || mark.group == group)
  }

  private func obstacle(_ known: SharingObstacle?, _ path: String) -> StoreError {
    let found: SharingObstacle =
      errno == EPERM ? .notOwner : .system(String(cString: strerror(errno)))
    return .cannotShare(path: path, known ?? found)
  }
}
