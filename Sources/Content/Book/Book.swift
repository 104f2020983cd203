import Engine

/// A book, or as much of it as is read yet: a value.
public struct Book: Sendable {
  public var manifest: Manifest
  /// The folder that holds `book.yaml`.
  public var folder: String
  /// Chapters that are read, by id.
  public var chapters: [String: Chapter]
  /// Calculators of the chapters that are read, with the library of the book.
  public var workbook: Workbook
  /// By key of `references.yaml`.
  public var bibliography: [String: BibliographyEntry]
  public var glossary: [Term]
  /// Scenarios of its author, by the names of their files.
  public var scenarios: [String: ScenarioFile] = [:]
  /// What reading the files outside the chapters found.
  public var findings: [Finding]
  /// Where profiles and constants say where their figures are from.
  var figureSources: [FigureSource] = []
  /// Whether it is so large that of most chapters only the outline is here.
  var isLarge = false
  /// In a large book the chapters that are here as a whole, the last one visited at the end.
  var visited: [String] = []
  /// In a large book the chapter of each calculator.
  var homes: [String: String] = [:]

  public init(
    manifest: Manifest, folder: String, chapters: [String: Chapter] = [:], workbook: Workbook,
    bibliography: [String: BibliographyEntry] = [:], glossary: [Term] = [], findings: [Finding] = []
  ) {
    self.manifest = manifest
    self.folder = folder
    self.chapters = chapters
    self.workbook = workbook
    self.bibliography = bibliography
    self.glossary = glossary
    self.findings = findings
  }

  /// The target of a reference, in any chapter that is read.
  public func anchor(_ id: String) -> Anchor? {
    for chapter in manifest.chapterIDs {
      if let anchor = chapters[chapter]?.anchors.first(where: { $0.id == id }) { return anchor }
    }
    return nil
  }
}

extension Book {
  /// A source in one line: `M. Horowitz 2014, Computing's energy problem, ISSCC`; the key alone where it is unknown.
  public func citation(_ key: String) -> String {
    guard let entry = bibliography[key] else { return key }
    let names = [entry.author, entry.year].compactMap(\.self).joined(separator: " ")
    return [names, entry.title, entry.container ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// What `book.yaml` says.
public struct Manifest: Hashable, Sendable {
  public var id: String
  public var title: String
  public var version: String
  public var licence: String?
  public var parts: [Part]
  /// Ways through the book.
  public var paths: [ReadingPath] = []
  /// The author's hardware and model: profile ids by kind.
  public var workbench: [String: String]

  public init(
    id: String, title: String, version: String, licence: String? = nil, parts: [Part],
    workbench: [String: String] = [:]
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.licence = licence
    self.parts = parts
    self.workbench = workbench
  }

  /// All chapters in the order of the book, each part's introduction before its chapters.
  public var chapterIDs: [String] { parts.flatMap { ($0.introductionID.map { [$0] } ?? []) + $0.chapters } }
}

/// A part of the book.
public struct Part: Hashable, Sendable {
  public var id: String
  public var title: String
  public var chapters: [String]
  /// The file of its introduction, from the book's folder.
  public var introduction: String?
  /// The id of the introduction, which is read like a chapter: the name of its file without the ending.
  public var introductionID: String? {
    guard let name = introduction?.split(separator: "/").last else { return nil }
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : String(name)
  }

  public init(id: String, title: String, chapters: [String]) {
    self.id = id
    self.title = title
    self.chapters = chapters
  }
}

/// A way through the book for one kind of reader.
public struct ReadingPath: Hashable, Sendable {
  public var id: String
  public var title: String
  /// Numbers or ids of chapters.
  public var chapters: [String]

  public init(id: String, title: String, chapters: [String]) {
    self.id = id
    self.title = title
    self.chapters = chapters
  }
}

/// A source that can be cited, with the fields of CSL that the book uses.
public struct BibliographyEntry: Hashable, Sendable {
  public var key: String
  public var author: String?
  public var year: String?
  public var title: String
  public var container: String?
  public var url: String?

  public init(
    key: String, author: String? = nil, year: String? = nil, title: String, container: String? = nil,
    url: String? = nil
  ) {
    self.key = key
    self.author = author
    self.year = year
    self.title = title
    self.container = container
    self.url = url
  }
}

/// A term of the glossary.
public struct Term: Hashable, Sendable {
  /// `term-kv-cache`.
  public var id: String
  public var name: String
  /// Other names for it.
  public var synonyms: [String]
  public var definition: [Block]

  public init(id: String, name: String, synonyms: [String] = [], definition: [Block]) {
    self.id = id
    self.name = name
    self.synonyms = synonyms
    self.definition = definition
  }
}
