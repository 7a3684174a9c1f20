import Glibc
import Interchange

/// Opens what is to be imported.
enum ImportInput {
  /// The file at a path; `-` is standard input, which is read to its end.
  ///
  /// Throws `.noInput` where there is no such file, `.noPermission` where it may not be read.
  static func open(_ path: String) throws -> ImportFile {
    do {
      if path == "-" {
        return ImportFile(name: "standard input", bytes: try bytes(of: "/dev/stdin"))
      }
      let source = try FileSource(path: path)
      // A pipe can be read once, and an import reads its file more than once.
      guard source.length != nil else {
        return ImportFile(name: path, bytes: try bytes(of: source))
      }
      return try ImportFile(path: path)
    } catch let fault as FileFault {
      throw failure(fault, path)
    }
  }

  /// All bytes of a file.
  ///
  /// Throws `FileFault`.
  static func bytes(of path: String) throws -> [UInt8] {
    try bytes(of: FileSource(path: path))
  }

  private static func bytes(of source: FileSource) throws -> [UInt8] {
    var source = source
    var bytes: [UInt8] = []
    while true {
      let part = try source.read(upTo: 1 << 16)
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  /// Why a file cannot be read, in words.
  static func failure(_ fault: FileFault, _ path: String) -> CommandFailure {
    switch fault.errno {
    case ENOENT, ENOTDIR:
      CommandFailure(.noInput, "There is no file \(path). Check its name and folder.")
    case EACCES, EPERM:
      CommandFailure(.noPermission, "\(path) may not be read. Ask its owner.")
    case EISDIR: CommandFailure(.noInput, "\(path) is a folder. Name a file in it.")
    default:
      CommandFailure(
        .inputOutput,
        "\(path) cannot be read: \(String(cString: strerror(fault.errno)))."
      )
    }
  }
}

/// Reads what `--stages` says.
enum StageWish {
  /// A pipeline from a JSON file, or an order of names; `nil` where nothing is said.
  ///
  /// A text without a comma that names a file, or ends with `.json`, is a file. Throws `.noInput`
  /// where that is missing, `.badData` where it describes no pipeline.
  static func read(_ text: String?) throws -> ImportOptions.Stages? {
    guard let text else { return nil }
    let isFile = text.hasSuffix(".json") || (!text.contains(",") && access(text, F_OK) == 0)
    guard isFile else {
      if let order = ImportOptions.Stages(list: text) { return order }
      throw CommandFailure(.usage, "--stages \"\(text)\" names no stages. Write them as 'A,B,C'.")
    }
    do {
      return .pipeline(try PipelineTemplate(json: try ImportInput.bytes(of: text)))
    } catch let fault as TemplateFault {
      throw CommandFailure(.badData, "\(text): \(fault.message)")
    } catch let fault as FileFault {
      throw ImportInput.failure(fault, text)
    }
  }
}
