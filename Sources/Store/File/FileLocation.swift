import Glibc

/// Where a workspace file stands, or is to stand, with links followed once.
struct FileLocation: Sendable {
  /// The absolute path, free of links.
  let path: String
  /// The folder that it stands in.
  let folder: String

  /// Follows a path; the file itself may be missing.
  ///
  /// Throws `.noSuchFolder`, or `.cannotCreate` where a link leads nowhere.
  init(_ path: String) throws(StoreError) {
    if let real = Self.real(path) {
      self.path = real
      self.folder = Self.split(real).folder
      return
    }
    let (folder, name) = Self.split(path)
    guard let realFolder = Self.real(folder) else {
      if errno == EACCES { throw .noPermission(path: folder) }
      throw .noSuchFolder(path: folder)
    }
    guard !name.isEmpty, name != ".", name != ".." else { throw .notAFile(path: path) }
    let joined = realFolder == "/" ? "/\(name)" : "\(realFolder)/\(name)"
    var status = stat()
    if lstat(joined, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFLNK {
        throw .cannotCreate(path: joined, detail: "it is a link that leads nowhere")
      }
      // Somebody may have made it since it was followed above.
      guard let real = Self.real(joined) else { throw .noPermission(path: joined) }
      self.path = real
      self.folder = Self.split(real).folder
      return
    }
    if let fault = Self.fault(errno, path: joined, folder: realFolder) { throw fault }
    self.path = joined
    self.folder = realFolder
  }

  /// What stands there now.
  func look() throws(StoreError) -> FileMark? {
    guard let mark = FileMark(path) else {
      if let fault = Self.fault(errno, path: path, folder: folder) { throw fault }
      return nil
    }
    return mark
  }

  /// Why a path cannot be looked at; `nil` where nothing stands there.
  private static func fault(_ code: Int32, path: String, folder: String) -> StoreError? {
    switch code {
    case ENOENT: nil
    case EACCES, EPERM: .noPermission(path: path)
    case ENOTDIR: .notAFolder(path: folder)
    default: .unreadable(path: path, detail: String(cString: strerror(code)))
    }
  }

  /// Whether this process may do something, such as `W_OK`, with a path.
  static func may(_ mode: Int32, _ path: String) -> Bool {
    faccessat(AT_FDCWD, path, mode, AT_EACCESS) == 0
  }

  /// Makes a folder and those above it that are missing, for the owner alone.
  static func makeFolder(_ path: String) throws(StoreError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else {
      throw .cannotCreate(path: path, detail: String(cString: strerror(errno)))
    }
    let above = split(path).folder
    guard above != path else { throw .noSuchFolder(path: path) }
    try makeFolder(above)
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw .cannotCreate(path: path, detail: String(cString: strerror(errno)))
    }
  }

  /// The folder and the name of a path.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// What tells one file from another that took its place, and what it may be.
struct FileMark: Hashable, Sendable {
  let device: UInt
  let inode: UInt
  let size: Int
  let mode: mode_t
  let owner: uid_t
  let group: gid_t

  /// The mark of what stands at a path, a link itself and not what it leads to; `nil`, with `errno`
  /// set, where nothing can be seen.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The mark of what a path leads to, links followed.
  init?(following path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    mode = status.st_mode
    owner = status.st_uid
    group = status.st_gid
  }

  var isRegularFile: Bool { mode & S_IFMT == S_IFREG }
  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  var isLink: Bool { mode & S_IFMT == S_IFLNK }

  func isSameFile(as other: FileMark?) -> Bool {
    device == other?.device && inode == other?.inode
  }
}
