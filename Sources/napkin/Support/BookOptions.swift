import ArgumentParser
import Content
import Foundation

/// Which book.
struct BookOptions: ParsableArguments {
  @Option(
    name: .customLong("book"),
    help: ArgumentHelp(
      "The book's folder. Without it: NAPKIN_BOOK, the nearest book.yaml upward, the installed book.",
      valueName: "dir"))
  var folder: String?

  func loader() throws(Failure) -> BookLoader { try Self.loader(folder: folder) }

  /// The book in a folder, or where books are looked for.
  static func loader(folder: String?) throws(Failure) -> BookLoader {
    var found: String?
    do throws(BookError) {
      let folder = try BookLoader.find(
        option: folder, environment: Program.environment, directory: Program.directory,
        executable: Program.path)
      found = folder
      return try BookLoader(folder: folder, cache: Program.cache("chapters"))
    } catch {
      throw Failure(error, in: found)
    }
  }

  /// The whole book.
  func book() throws(Failure) -> Book {
    let loader = try loader()
    do throws(BookError) {
      return loader.rest(of: try loader.open(chapter: nil))
    } catch {
      throw Failure(error)
    }
  }
}

/// The running program.
enum Program {
  // Foundation's ways to these cost a millisecond each before the first page, `Bundle` more: it looks through the folder
  // of the program.

  /// Its file, links resolved.
  static var path: String? {
    #if os(Linux)
      return realpath("/proc/self/exe", nil).map(taken)
    #else
      return Bundle.main.executablePath
    #endif
  }

  /// The folder that it was started in.
  static var directory: String { getcwd(nil, 0).map(taken) ?? "/" }

  /// The variables that say where files are.
  static var environment: [String: String] {
    var values: [String: String] = [:]
    for name in ["HOME", "NAPKIN_BOOK", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }

  /// A file of the cache, which may go at any time; nil where there is no place for one.
  static func cache(_ name: String) -> String? {
    let environment = environment
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return "\(folder)/napkin/\(name)" }
    return environment["HOME"].map { "\($0)/.cache/napkin/\(name)" }
  }

  /// The text of memory that C allocated for us.
  private static func taken(_ text: UnsafeMutablePointer<CChar>) -> String {
    defer { free(text) }
    return String(cString: text)
  }
}
