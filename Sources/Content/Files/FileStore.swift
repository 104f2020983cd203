#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads the files of one folder, and nothing outside of it.
struct FileStore: Sendable {
  /// Larger files are refused.
  static let sizeLimit = 16 << 20

  let folder: String
  /// The folder without links.
  private let root: String

  init(folder: String) {
    self.folder = folder
    root = Self.resolved(folder) ?? folder
  }

  /// The text of a file, named from the folder.
  func text(_ path: String) throws(BookError) -> SourceText {
    guard Self.isInside(path) else {
      throw BookError(
        "`\(path)` is outside of the book", advice: "name files from the book's folder, without `..`",
        file: path)
    }
    let full = folder + "/" + path
    guard let resolved = Self.resolved(full) else { throw Self.failure(errno, path) }
    guard root == "/" || resolved.hasPrefix(root + "/") else {
      throw BookError(
        "`\(path)` is a link out of the book's folder", advice: "copy the file into the folder", file: path)
    }
    return try Self.text(resolved, shownAs: path)
  }

  /// The names of the files of a folder with an ending that are wanted, sorted; empty where there is no such folder.
  func names(in path: String, ending: String, where isWanted: (String) -> Bool = { _ in true }) -> [String] {
    guard Self.isInside(path), let directory = opendir(folder + "/" + path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending), !name.hasPrefix("."), isWanted(name) { names.append(name) }
    }
    return names.sorted()
  }

  func exists(_ path: String) -> Bool { Self.isInside(path) && access(folder + "/" + path, F_OK) == 0 }

  /// Whether a path, taken from the folder, stays in it.
  static func isInside(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    return !path.utf8.contains(0)
      && path.utf8.split(separator: slash, omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && !$0.elementsEqual("..".utf8)
      }
  }

  /// The text of any file.
  static func text(_ path: String, shownAs name: String) throws(BookError) -> SourceText {
    let bytes = try bytes(path, shownAs: name)
    if let offset = SourceText.invalidOffset(in: bytes) {
      let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
      throw BookError(
        "`\(name)` is not UTF-8: line \(line), byte \(offset) of the file",
        advice: "save the file in the encoding UTF-8", file: name)
    }
    return SourceText(bytes)
  }

  /// The bytes of any file.
  static func bytes(_ path: String, shownAs name: String, limit: Int = sizeLimit) throws(BookError) -> [UInt8]
  {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, name) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, name) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let what = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "not a regular file"
      throw BookError("`\(name)` is \(what)", advice: "name a file of text", file: name)
    }
    guard status.st_size <= limit else {
      throw BookError(
        "`\(name)` has \(status.st_size >> 20) MB, and a file of a book has at most \(limit >> 20)",
        advice: "split it", file: name)
    }
    let size = Int(status.st_size)
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
      }
    }
    if let failure { throw Self.failure(failure, name) }
    return bytes
  }

  /// Reads parts of a file, given by offset and length; what is behind the end is left out. Nil where there is no such file.
  static func reading<Result>(_ path: String, _ body: ((Int, Int) -> [UInt8]?) -> Result?) -> Result? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return body { offset, length in
      var isBroken = false
      let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
        while count < length {
          let got = pread(
            descriptor, buffer.baseAddress?.advanced(by: count), length - count, off_t(offset + count))
          if got < 0, errno == EINTR { continue }
          isBroken = got < 0
          if got <= 0 { return }
          count += got
        }
      }
      return isBroken ? nil : bytes
    }
  }

  private static func failure(_ number: Int32, _ name: String) -> BookError {
    let advice: String? =
      switch number {
      case ENOENT: "check the name"
      case EACCES: "check the file's permissions"
      default: nil
      }
    let reason = number == ENOENT ? "there is no such file" : String(cString: strerror(number))
    return BookError("`\(name)` can not be read: \(reason)", advice: advice, file: name)
  }

  /// The size of a file of the folder in bytes; nil for none.
  func size(of path: String) -> Int? {
    var status = stat()
    return stat(folder + "/" + path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Writes a file beside the one of that name and moves it into its place, so that another program reads the old one or
  /// the new one. What can not be written is left out.
  static func replace(_ path: String, with bytes: [UInt8]) {
    if access(path, F_OK) != 0 {
      for slash in path.indices.dropFirst() where path[slash] == "/" { mkdir(String(path[..<slash]), 0o700) }
    }
    let new = "\(path).\(getpid())"
    guard let file = fopen(new, "w") else { return }
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    if fclose(file) != 0 || !isWritten || rename(new, path) != 0 { unlink(new) }
  }

  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
