import Engine

/// What of an inventory has a counterpart in a book, what has none, and which declarations name nothing. A worked
/// example is also evaluated, and what it yields is compared.
///
/// ```swift
/// let coverage = Coverage(book, of: try Inventory(folder: "inventory"))
/// for file in coverage.files where file.isDemanded { print(file.name, file.open.count) }
/// ```
public struct Coverage: Sendable {
  /// One file of the inventory.
  public struct File: Sendable {
    /// Without its ending: `ch05`.
    public let name: String
    public let title: String
    /// Whether the book has the chapter that the file is about.
    public let isDemanded: Bool
    /// How many things it holds that a book has a counterpart for.
    public let total: Int
    /// Those without a counterpart.
    public let open: [Open]
  }

  /// Something without a counterpart.
  public struct Open: Sendable {
    /// The key of its list: `worked_examples`, `fallacies`.
    public let kind: String
    /// As a declaration names it: `ch05/fallacies/3`, or the id of a worked example.
    public let key: String
    public let title: String
    /// Why a declaration of it does not count.
    public let reason: String?
  }

  /// The files that were asked for, by name.
  public let files: [File]
  /// Declarations that name nothing, and examples whose numbers disagree.
  public let findings: [Finding]
  /// Files of the inventory that can not be read.
  public let unread: [Finding]
  /// How many worked examples were evaluated.
  public let exampleCount: Int

  /// Compares the author's values of a book that is read as a whole.
  ///
  /// - Parameter chapter: the number of a chapter or the name of a file, to look at no others.
  public init(_ book: Book, of inventory: Inventory, chapter: String? = nil) {
    let context = CheckContext(book)
    let store = FileStore(folder: book.folder)
    let notes = CoverageNotes(store)
    let index = InventoryIndex(inventory)
    let demand = CoverageDemand(context, notes: notes)
    let declarations = CoverDeclarations(context, store: store)
    let wanted = Set(
      inventory.files.filter { file in
        chapter.map { $0 == file.name || $0 == demand.chapter(of: file) } ?? true
      }.map(\.name))
    var findings = notes.findings
    var declared: Set<InventoryIndex.Place> = []
    let argued = notes.argued.map { (file: CoverageNotes.file, declaration: $0) }
    for (isArgued, use) in declarations.all.map({ (false, $0) }) + argued.map({ (true, $0) }) {
      let name = use.declaration.id
      guard let place = index[name] else {
        let head = name.split(separator: "/").first.map(String.init) ?? name
        if chapter == nil || wanted.contains(head) || !name.contains("/") {
          findings.append(
            Finding(
              .error, file: use.file, at: use.declaration.position,
              isArgued ? "`\(name)` names nothing" : "`covers` names `\(name)`, which does not exist",
              advice: findings.count < 100 ? index.advice(for: name) : nil))
        }
        continue
      }
      let isExample = inventory.files[place.file].items[place.item].example != nil
      if isArgued || !isExample { declared.insert(place) }
    }
    let names = CoverageNames(book)
    let joins = ExampleJoins(context, exceptions: notes.exceptions)
    var exampleCount = 0
    files = inventory.files.enumerated().compactMap { fileIndex, file in
      guard wanted.contains(file.name) else { return nil }
      var open: [Open] = []
      for (itemIndex, item) in file.items.enumerated() {
        let isDeclared = declared.contains(InventoryIndex.Place(file: fileIndex, item: itemIndex))
        var reason: String?
        if let example = item.example {
          if let problems = joins.findings(of: example) {
            exampleCount += 1
            findings += problems
            continue
          }
          reason = joins.reason(for: example)
        }
        if isDeclared || names.contains(item) { continue }
        open.append(Open(kind: item.kind, key: item.key, title: item.title, reason: reason))
      }
      return File(
        name: file.name, title: file.title, isDemanded: demand.contains(file), total: file.items.count,
        open: open)
    }
    unread = inventory.findings
    self.exampleCount = exampleCount
    self.findings = BookCheck.sorted(findings + demand.findings(knowing: inventory))
  }
}
