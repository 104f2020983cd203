import Terminal
import Typesetting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The frame with which the next start begins, kept when the reader quits: it is on the screen while the book is read, as
/// a book lies open where it was left. What it was drawn from is kept with it, and one that no longer fits is ignored.
///
/// The file holds a line that says what the frame belongs to and one with the theme and the place in the book, then a line for each row; a row's runs stand between marks
/// that no sanitized text contains.
struct FirstFrame {
  /// The file in the cache.
  let path: String
  /// The folder of the book.
  let book: String

  private static let version = "napkin first frame 2"
  private static let runMark: Character = "\u{1E}"
  private static let styleMark: Character = "\u{1F}"
  private static let sizeLimit = 1 << 20

  /// Keeps a frame, drawn from the given files of the book. A cache that can not be written is no loss.
  func keep(
    _ frame: Frame, size: ScreenSize, isUnicode: Bool, theme: String? = nil, place: Destination,
    files: [String]
  ) {
    guard !frame.rows.contains(where: { $0.text.contains { $0 == "\n" || $0.isMark } }) else { return }
    let setting = [
      theme ?? "", place.chapter, String(place.position.block), String(place.position.fraction),
    ]
    var text =
      heading(size: size, isUnicode: isUnicode) + Self.field(stamps(of: files)) + "\n"
      + setting.joined(separator: String(Self.styleMark))
    for row in frame.rows {
      text += "\n"
      text += row.runs.map { run in
        "\(run.style.role.rawValue) \(run.style.emphasis.rawValue)\(Self.styleMark)\(run.text)"
      }.joined(separator: String(Self.runMark))
    }
    write(text)
  }

  /// The frame that was kept for such a screen, if the files from which it was drawn are as they were.
  func frame(size: ScreenSize, isUnicode: Bool) -> (frame: Frame, theme: String?)? {
    guard let text = read() else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), let setting = lines.popFirst() else { return nil }
    let heading = heading(size: size, isUnicode: isUnicode)
    guard first.hasPrefix(heading) else { return nil }
    let files = first.dropFirst(heading.count).split(separator: Self.runMark).compactMap {
      $0.split(separator: Self.styleMark).first.map(String.init)
    }
    guard Self.field(stamps(of: files)) == first.dropFirst(heading.count), lines.count == size.rows else {
      return nil
    }
    let theme = setting.prefix { $0 != Self.styleMark }
    return (Frame(rows: lines.map(Self.row)), theme.isEmpty ? nil : String(theme))
  }

  /// Where the book was left, whatever the screen: for a start at which the record can not be read.
  var place: Destination? {
    let lines = read()?.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false) ?? []
    guard lines.count > 1, lines[0].hasPrefix(Self.version),
      lines[0].prefix(while: { $0 != Self.runMark }).hasSuffix(" " + book)
    else { return nil }
    let setting = lines[1].split(separator: Self.styleMark, omittingEmptySubsequences: false)
    guard setting.count == 4, let block = Int(setting[2]), let fraction = Double(setting[3]), block >= 0
    else {
      return nil
    }
    return Destination(
      chapter: String(setting[1]),
      position: PagePosition(block: block, fraction: fraction.isFinite ? fraction : 0))
  }

  private static func row(_ line: Substring) -> StyledLine {
    StyledLine(
      line.split(separator: runMark).compactMap { part in
        guard let mark = part.firstIndex(of: styleMark) else { return nil }
        let numbers = part[..<mark].split(separator: " ").compactMap { UInt8($0) }
        guard numbers.count == 2, let role = Style.Role(rawValue: numbers[0]) else { return nil }
        return Run(
          String(part[part.index(after: mark)...]), Style(role, Style.Emphasis(rawValue: numbers[1])))
      })
  }

  private func heading(size: ScreenSize, isUnicode: Bool) -> String {
    "\(Self.version) \(size.columns)x\(size.rows) \(isUnicode ? "unicode" : "ascii") \(book)"
  }

  private static func field(_ stamps: [(file: String, stamp: String)]) -> String {
    stamps.reduce(into: "") { $0 += "\(runMark)\($1.file)\(styleMark)\($1.stamp)" }
  }

  /// Size, time and inode of each file.
  private func stamps(of files: [String]) -> [(file: String, stamp: String)] {
    files.map { file in
      var status = stat()
      guard stat(book + "/" + file, &status) == 0 else { return (file, "missing") }
      #if canImport(Glibc)
        let time = status.st_mtim
      #else
        let time = status.st_mtimespec
      #endif
      return (file, "\(status.st_size) \(time.tv_sec).\(time.tv_nsec) \(status.st_ino)")
    }
  }

  private func read() -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var text: [UInt8] = []
    while text.count < Self.sizeLimit {
      let count = fread(&bytes, 1, bytes.count, file)
      if count == 0 { break }
      text += bytes[..<count]
    }
    return String(validating: text, as: UTF8.self)
  }

  /// Writes beside the file and moves it into place, so that another program reads the old one or the new one.
  private func write(_ text: String) {
    if let slash = path.lastIndex(of: "/") {
      let folder = String(path[..<slash])
      if let parent = folder.lastIndex(of: "/") { mkdir(String(folder[..<parent]), 0o700) }
      mkdir(folder, 0o700)
    }
    let new = "\(path).\(getpid())"
    guard let file = fopen(new, "w") else { return }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    if fclose(file) != 0 || !isWritten || rename(new, path) != 0 { unlink(new) }
  }
}

extension Character {
  /// Whether it would be taken for a mark of the file.
  fileprivate var isMark: Bool { self == "\u{1E}" || self == "\u{1F}" }
}
