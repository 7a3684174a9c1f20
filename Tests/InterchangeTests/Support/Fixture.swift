import Foundation
import Interchange
import Pipeline

/// A file of the test's fixtures.
enum Fixture {
  struct Missing: Error {}

  static func path(_ name: String) throws -> String {
    guard let folder = Bundle.module.resourcePath else { throw Missing() }
    return folder + "/Fixtures/" + name
  }

  static func file(_ name: String) throws -> ImportFile {
    try ImportFile(path: path(name))
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path(name))))
  }
}

extension Day {
  /// The day of a literal that a test knows to be one.
  static func of(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw Fixture.Missing() }
    return day
  }
}

extension Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(name))))
  }
}
