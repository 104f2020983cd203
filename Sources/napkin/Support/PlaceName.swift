import Content
import TextbookUI

/// A place of the book as a person types it.
struct PlaceName {
  let text: String

  init(_ text: String) { self.text = text }

  /// The chapter of that name, else what else is called so. The whole book is read only for the latter.
  func place(in loader: BookLoader) throws(Failure) -> NamedPlace {
    if let id = try? loader.chapterID(named: text) {
      return NamedPlace(whole: id, name: text)
    }
    let book: Book
    do throws(BookError) { book = loader.rest(of: try loader.open(chapter: nil)) } catch {
      throw Failure(error)
    }
    return try place(in: book)
  }

  /// Sources have no place in the book: another command prints them.
  private func source(in book: Book) -> Failure? {
    if book.bibliography[text] != nil {
      return Failure("name", "'\(text)' is a source.", advice: "`napkin cite \(text)` prints it.")
    }
    guard ["references", "sources", "bibliography"].contains(text.lowercased()) else { return nil }
    return Failure("name", "the sources of the book are no part of it.", advice: "`napkin cite` lists them.")
  }

  /// What the book has of that name.
  func place(in book: Book) throws(Failure) -> NamedPlace {
    if let address = PageAddress(parsing: text) {
      guard book.page(at: address) != nil else {
        throw Failure(
          "name", "there is no page '\(text)'.",
          advice: "Pages: \(Book.pages.map(\.address.description).joined(separator: ", ")).")
      }
      return NamedPlace(whole: text, name: text)
    }
    if let failure = source(in: book) { throw failure }
    let finder = PlaceFinder(book)
    if let place = finder.place(named: text) { return place }
    if let numbers = finder.numbers(ofKindIn: text) {
      throw Failure("name", "nothing in this book is called '\(text)'.", advice: numbers)
    }
    let near = finder.names(like: text)
    throw Failure(
      "name", "nothing in this book is called '\(text)'.",
      advice: near.isEmpty
        ? "Type a chapter (\(finder.chapters.joined(separator: ", "))), a section such as 5.4, a figure such as "
          + "'figure 5.2', or a name; 'napkin list' shows what there is."
        : "Did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
  }
}
