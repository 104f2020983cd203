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
    guard let bytes = read() else { return nil }
    let heading = heading(size: size, isUnicode: isUnicode).utf8
    guard bytes.starts(with: heading), String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var lines = bytes.split(separator: Self.lineEnd, omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), let setting = lines.popFirst() else { return nil }
    let stamps = first.dropFirst(heading.count)
    let files = stamps.split(separator: Self.runByte).compactMap { field in
      field.split(separator: Self.styleByte).first.map { String(decoding: $0, as: UTF8.self) }
    }
    guard stamps.elementsEqual(Self.field(self.stamps(of: files)).utf8), lines.count == size.rows else {
      return nil
    }
    let theme = setting.prefix { $0 != Self.styleByte }
    return (
      Frame(rows: lines.map(Self.row)), theme.isEmpty ? nil : String(decoding: theme, as: UTF8.self)
    )
  }

  /// Where the book was left, whatever the screen: for a start at which the record can not be read.
  var place: Destination? {
    guard let bytes = read() else { return nil }
    let lines = bytes.split(separator: Self.lineEnd, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count > 1, lines[0].starts(with: Self.version.utf8),
      String(decoding: lines[0].prefix { $0 != Self.runByte }, as: UTF8.self).hasSuffix(" " + book)
    else { return nil }
    let setting = lines[1].split(separator: Self.styleByte, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard setting.count == 4, let block = Int(setting[2]), let fraction = Double(setting[3]), block >= 0
    else {
      return nil
    }
    return Destination(
      chapter: setting[1],
      position: PagePosition(block: block, fraction: fraction.isFinite ? fraction : 0))
  }

  private static let lineEnd = UInt8(ascii: "\n")
  private static let (runByte, styleByte): (UInt8, UInt8) = (0x1E, 0x1F)

  private static func row(_ line: ArraySlice<UInt8>) -> StyledLine {
    StyledLine(
      line.split(separator: runByte).compactMap { part in
        guard let mark = part.firstIndex(of: styleByte) else { return nil }
        let numbers = part[..<mark].split(separator: UInt8(ascii: " ")).compactMap {
          UInt8(String(decoding: $0, as: UTF8.self))
        }
        guard numbers.count == 2, let role = Style.Role(rawValue: numbers[0]) else { return nil }
        return Run(
          String(decoding: part[part.index(after: mark)...], as: UTF8.self),
          Style(role, Style.Emphasis(rawValue: numbers[1])))
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

  private func read() -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = ftell(file)
    guard size > 0, size <= Self.sizeLimit else { return nil }
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
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
