/// Everything that a book declares to stand for something of an inventory.
struct CoverDeclarations {
  private(set) var all: [(file: String, declaration: Declaration)] = []

  init(_ context: CheckContext, store: FileStore) {
    for (file, notes) in context.files { add(notes.covers, file) }
    for name in store.names(in: "equations", ending: ".md") {
      let file = "equations/\(name)"
      guard let source = try? store.text(file) else { continue }
      for cell in LinePass.scan(source, file: file).cells {
        add(CellOptions(cell)["covers"]?.coverDeclarations ?? [], file)
      }
    }
    let profiles = ["profiles/hardware", "profiles/models"].flatMap { folder in
      store.names(in: folder, ending: ".yaml").map { "\(folder)/\($0)" }
    }
    for file in ["constants.yaml"] + profiles {
      var reader = LibraryReader(store: store)
      for entry in reader.entries(of: file) {
        add(YAMLNode(content: .mapping([entry]), position: entry.position).allCoverDeclarations, file)
      }
    }
  }

  private mutating func add(_ declarations: [Declaration], _ file: String) {
    all += declarations.map { (file, $0) }
  }
}
