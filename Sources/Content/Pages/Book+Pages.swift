import Engine

extension Book {
  /// The page at an address, written from the book as it is now: the values of the workbook and what was changed in it.
  ///
  /// - Returns: a chapter whose id is the address; nil for a kind of page that there is not. A page about something that
  ///   the book does not have says so.
  public func page(at address: PageAddress) -> Chapter? {
    guard let write = Self.pageWriters[address.kind] else { return nil }
    var page = write(self, address)
    page.id = address.description
    return page
  }

  /// Whether there are pages of the address's kind.
  public static func hasPage(at address: PageAddress) -> Bool { pageWriters[address.kind] != nil }

  /// The pages that the program offers by name, besides those about one thing of the book.
  public static let pages: [(title: String, address: PageAddress)] = [
    ("Glossary", PageAddress("glossary")), ("Hardware", PageAddress("hardware")),
    ("Models", PageAddress("model")), ("Equations", PageAddress("equations")),
    ("Constants", PageAddress("constants")), ("What if?", PageAddress("whatif")),
    ("Figures and tables", PageAddress("figures")),
  ]

  /// The kinds of pages, by the first piece of their address.
  static let pageWriters: [String: @Sendable (Book, PageAddress) -> Chapter] = [
    "glossary": { book, _ in book.glossaryPage },
    "derivation": { $0.derivationPage($1) },
    "sweep": { $0.sweepPage($1) },
    "solve": { $0.solvePage($1) },
    "sensitivity": { $0.sensitivityPage($1) },
    "equation": { $0.equationPage($1) },
    "equations": { book, _ in book.equationsPage },
    "hardware": { $0.profilePage($1, .hardware) },
    "model": { $0.profilePage($1, .model) },
    "models": { $0.profilePage($1, .model) },
    "constants": { book, _ in book.constantsPage },
    "whatif": { $0.whatIfPage($1) },
    "figures": { book, _ in book.figuresPage },
  ]
}
