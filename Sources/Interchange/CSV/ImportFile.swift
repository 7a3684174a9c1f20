/// A file that is to be imported, which can be read from its beginning more than once.
///
/// The first pass finds out what is in it and refuses what cannot be read; the second one imports.
public struct ImportFile {
  /// The name that messages call it by, such as `deals.csv`.
  public let name: String
  /// The length in bytes, for progress; `nil` where it is not known.
  public let length: Int?
  private let makeSource: () throws -> any ByteSource

  /// A file that `open` reads, anew from the beginning at each call.
  public init(name: String, length: Int? = nil, open: @escaping () throws -> any ByteSource) {
    self.name = name
    self.length = length
    self.makeSource = open
  }

  /// A file of bytes in memory.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, length: bytes.count) { MemorySource(bytes) }
  }

  /// The file at a path, called by the last part of it.
  ///
  /// Throws `FileFault` where it cannot be opened.
  public init(path: String) throws(FileFault) {
    let length = try FileSource(path: path).length
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(name: name, length: length) { try FileSource(path: path) }
  }

  /// A source of its bytes, from the beginning.
  ///
  /// Throws what opening throws.
  func open() throws -> any ByteSource {
    try makeSource()
  }
}
