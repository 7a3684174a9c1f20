import Foundation
import Glibc
import Settings

/// The user's config.toml as a file to change.
struct WritableConfig {
  /// Its path.
  let path = ConfigFolder.file

  /// What is in it; nothing where there is none.
  ///
  /// Throws `.noInput` where it is there and cannot be read.
  func bytes() throws(CommandFailure) -> [UInt8] {
    guard SettingsFile.exists(path) else { return [] }
    switch SettingsFile.read(path) {
    case .success(let bytes): return bytes
    case .failure(let unreadable):
      throw CommandFailure(.noInput, "\(path) cannot be read: \(unreadable.reason).")
    }
  }

  /// Writes it whole or not at all, with its folder where that is missing.
  ///
  /// Where it is a link, as those have it who keep such files together, what it leads to is written.
  /// Throws `.cannotCreate`.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: ConfigFolder.path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
      try Data(bytes).write(to: target, options: .atomic)
    } catch {
      throw CommandFailure(
        .cannotCreate,
        "\(path) cannot be written. See to the rights of its folder."
      )
    }
  }
}
