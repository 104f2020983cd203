import Content
import Foundation

/// What one path given to `check` means: a book, a part of one, a draft that a book does not list, or a page that
/// belongs to none.
enum CheckTarget {
  /// Findings on files of the book whose names, from its folder, satisfy `isWanted`.
  case book(Book, isWanted: @Sendable (String) -> Bool)
  case draft(String, Book)
  case page(String)

  /// What a path means that is given from the present folder.
  ///
  /// - Parameter option: the folder of the book, where it was named.
  static func read(_ path: String, option: String?) throws(Failure) -> [CheckTarget] {
    guard let full = FileNames.resolved(path) else {
      // Files may also be named from the book's folder.
      if let book = try? BookOptions.loader(folder: option), FileNames.exists(book.folder + "/" + path) {
        return try read(book.folder + "/" + path, option: option ?? book.folder)
      }
      var failure = Failure(
        "io", "`\(path)` can not be read: there is no such file", advice: "check the name")
      failure.file = path
      throw failure
    }
    let isFolder = FileNames.isFolder(full)
    if isFolder, FileNames.exists(full + "/book.yaml") {
      return [.book(try whole(full), isWanted: { _ in true })]
    }
    let place = isFolder ? full : (full as NSString).deletingLastPathComponent
    if let folder = folder(of: place, option: option) {
      let book = try whole(folder)
      let name = String(full.dropFirst(folder.count + 1))
      if isFolder { return [.book(book, isWanted: { $0.hasPrefix(name + "/") })] }
      return [
        BookCheck.looks(at: name, of: book) ? .book(book, isWanted: { $0 == name }) : .draft(name, book)
      ]
    }
    if !isFolder { return [.page(path)] }
    let pages = FileNames.pages(in: path)
    guard !pages.isEmpty else {
      throw Failure(
        "io", "the folder `\(path)` holds no book.yaml and no Markdown file",
        advice: "name the folder of a book")
    }
    return pages.map { .page($0) }
  }

  /// The folder of the book that a folder belongs to.
  private static func folder(of place: String, option: String?) -> String? {
    if let option, let named = try? BookOptions.loader(folder: option),
      let folder = FileNames.resolved(named.folder), (place + "/").hasPrefix(folder + "/")
    {
      return folder
    }
    var place = place
    while place.count > 1 {
      if FileNames.exists(place + "/book.yaml") { return place }
      place = (place as NSString).deletingLastPathComponent
    }
    return nil
  }

  private static func whole(_ folder: String) throws(Failure) -> Book {
    do throws(BookError) {
      let loader = try BookLoader(folder: folder)
      return loader.rest(of: try loader.open(chapter: nil))
    } catch {
      throw Failure(error, in: folder)
    }
  }
}

/// Names of files.
enum FileNames {
  /// The path without links, from the root; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The Markdown files in a folder, sorted.
  static func pages(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return names.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }.sorted().map { "\(base)/\($0)" }
  }

  /// What stands before the files of a folder where they are named from the present folder, if it lies below; else
  /// from the root.
  static func prefix(of folder: String) -> String {
    guard let full = resolved(folder), let present = resolved("."), full != present else { return "" }
    let base = present == "/" ? "/" : present + "/"
    return (full.hasPrefix(base) ? String(full.dropFirst(base.count)) : full) + "/"
  }
}
