import Foundation

/// Files that a command reads and writes; `-` is standard input or output.
enum TextFile {
  /// Larger input is refused.
  static let sizeLimit = 16 << 20

  /// The text of a file, or of standard input.
  ///
  /// - Throws: `io` where it can not be read, is too large, or is not UTF-8.
  static func read(_ path: String) throws(Failure) -> String {
    let bytes = try bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("io", "\(name(path)) is not UTF-8.", advice: "Save it in the encoding UTF-8.")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// The bytes of a file, or of standard input.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path, "read", errno) }
    defer { if descriptor > 0 { close(descriptor) } }
    if descriptor > 0 {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw problem(path, "read", errno) }
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw Failure("io", "'\(path)' is a folder.", advice: "Name a file in it.")
      }
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw problem(path, "read", errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= sizeLimit else {
        throw Failure(
          "io", "\(name(path)) is larger than \(sizeLimit >> 20) MB.", advice: "Split it, and take the parts."
        )
      }
    }
  }

  /// Writes a file with the folders that it needs, or standard output. A file that exists stays as it is.
  ///
  /// - Parameter force: whether a file that exists is replaced.
  static func write(_ text: String, to path: String, force: Bool) throws(Failure) {
    if path == "-" { return try Output.document(text) }
    let folder = folder(of: path)
    if !folder.isEmpty {
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw Failure("io", "the folder '\(folder)' can not be made.", advice: "Name another with -o.")
      }
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (force ? O_TRUNC : O_EXCL), 0o644)
    if descriptor < 0, errno == EEXIST {
      throw Failure(
        "io", "'\(path)' exists already.", advice: "Name another file, or replace it with --force.")
    }
    guard descriptor >= 0 else { throw problem(path, "written", errno) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw problem(path, "written", errno) }
      rest = rest.dropFirst(count)
    }
  }

  // Foundation's own ways trap on a path of one character.

  /// The folder of a path as it is written; empty where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file's name without its folder and its ending.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func name(_ path: String) -> String { path == "-" ? "standard input" : "'\(path)'" }

  private static func problem(_ path: String, _ verb: String, _ number: Int32) -> Failure {
    Failure("io", "\(name(path)) can not be \(verb): \(String(cString: strerror(number)))")
  }
}
