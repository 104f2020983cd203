import ArgumentParser
import Content
import Foundation
import Learning
import Terminal
import TextbookUI

/// Opens the book.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the book where you left it, or at a chapter.")

  @Argument(help: "A chapter: its number, id, or a part of its title.")
  var chapter: String?

  @Flag(help: "Characters of ASCII alone.")
  var ascii = false

  @OptionGroup var options: BookOptions

  func run() throws {
    try Self.open(chapter: chapter, isASCII: ascii, loader: options.loader())
  }

  /// Opens the reader on the terminal.
  static func open(chapter: String?, isASCII: Bool, loader: BookLoader) throws(Failure) {
    if let chapter {
      do throws(BookError) { _ = try loader.chapterID(named: chapter) } catch {
        throw Failure("name", error.message, advice: error.advice)
      }
    }
    let reader: Reader
    do throws(BookError) {
      let path = Record.defaultPath(environment: ProcessInfo.processInfo.environment)
      reader = try Reader(loader: loader, options: Reader.Options(chapter: chapter, isASCII: isASCII)) {
        () throws(RecordError) in try Record(path: path)
      }
    } catch {
      throw Failure(error)
    }
    do throws(ScreenError) {
      let screen = try NcursesScreen(options: NcursesScreen.Options(isASCII: isASCII))
      reader.run(on: screen)
      screen.close()
    } catch {
      throw Failure("io", error.description)
    }
  }
}
