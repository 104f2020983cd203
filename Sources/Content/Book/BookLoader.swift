import Engine

/// Reads a book from its folder. Broken content costs the smallest part possible: what is wrong is among the findings,
/// and the rest is there.
///
/// ```swift
/// let loader = try BookLoader(folder: "Content")
/// var book = try loader.open(chapter: "05-neural-computation")   // what the first page needs
/// book = loader.rest(of: book)                                   // beside the reading
/// ```
public struct BookLoader: Sendable {
  public let folder: String
  public let manifest: Manifest

  /// Reads `book.yaml`.
  ///
  /// - Throws: when the folder holds none, or one that can not be read.
  public init(folder: String) throws(BookError) {
    throw BookError("not built yet")
  }

  /// Finds the book: `option`, else `NAPKIN_BOOK`, else the nearest folder upward from `directory` that holds a
  /// `book.yaml` or a `Content/book.yaml`, else `../share/napkin/Content` beside the program.
  public static func find(
    option: String?, environment: [String: String], directory: String, executable: String?
  ) throws(BookError) -> String {
    throw BookError("not built yet")
  }

  /// The book with its library and one chapter; the first of the book when `chapter` is nil. A chapter is named by its
  /// id, its number or a part of its title.
  public func open(chapter: String?) throws(BookError) -> Book { throw BookError("not built yet") }

  /// The book with all chapters, glossary and bibliography; keeps the scenario.
  public func rest(of book: Book) -> Book { book }

  /// The id of the chapter that a reader named by id, number or title.
  public func chapterID(named name: String) throws(BookError) -> String { throw BookError("not built yet") }

  /// Reads one Markdown file that need not belong to a book.
  public static func page(file: String) throws(BookError) -> Chapter { throw BookError("not built yet") }
}
