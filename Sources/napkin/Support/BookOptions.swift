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
    do throws(BookError) {
      let folder = try BookLoader.find(
        option: folder, environment: ProcessInfo.processInfo.environment,
        directory: FileManager.default.currentDirectoryPath, executable: Program.path)
      return try BookLoader(folder: folder)
    } catch {
      throw Failure(error)
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
  /// Its file, links resolved.
  static var path: String? {
    #if os(Linux)
      // `Bundle` would look through the folder of the program, which takes as long as reading a chapter.
      return try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      return Bundle.main.executablePath
    #endif
  }
}
