import Dispatch
import Synchronization

/// What a source book states and computes: one YAML file for each of its chapters.
public struct Inventory: Sendable {
  /// By name.
  var files: [InventoryFile]
  /// Files that could not be read.
  var findings: [Finding]

  /// Reads the files of a folder.
  ///
  /// - Throws: when there is no such folder, or it holds no YAML file.
  public init(folder: String) throws(BookError) {
    guard FileStore.isFolder(folder) else {
      throw BookError("there is no folder `\(folder)`", advice: "name the folder that holds the inventory")
    }
    let store = FileStore(folder: folder)
    let names = store.names(in: ".", ending: ".yaml")
    guard !names.isEmpty else {
      throw BookError("the folder `\(folder)` holds no YAML file", advice: "name the folder of the inventory")
    }
    let results = Mutex<[Int: Result<InventoryFile, BookError>]>([:])
    DispatchQueue.concurrentPerform(iterations: names.count) { index in
      let result = Result { () throws(BookError) in try InventoryFile(named: names[index], in: store) }
      results.withLock { $0[index] = result }
    }
    files = []
    findings = []
    for (index, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      switch result {
      case .success(let file): files.append(file)
      case .failure(let error):
        findings.append(
          Finding(
            .error, file: "\(folder)/\(names[index])", at: SourcePosition(line: 1), error.message,
            advice: error.advice))
      }
    }
  }

  /// The names of its files, without their endings.
  public var names: [String] { files.map(\.name) }
}

/// One file of an inventory.
struct InventoryFile: Sendable {
  /// `ch05`
  var name: String
  /// `5`, for a chapter with a number.
  var chapter: String?
  var title: String
  /// In the order of `kinds`, then of the file.
  var items: [InventoryItem] = []

  /// What a book has a counterpart for.
  static let kinds = [
    "worked_examples", "equations", "terms", "fallacies", "stories", "tables", "figures", "elements",
    "hardware", "models", "constants",
  ]

  init(named fileName: String, in store: FileStore) throws(BookError) {
    name = String(fileName.dropLast(".yaml".count))
    let source = try store.text(fileName)
    let root: YAMLNode?
    do {
      root = try YAMLNode.parseFully(source.text(in: 0..<source.bytes.count), allowsAliases: true)
    } catch {
      throw BookError(
        "line \(error.position.line): \(error.message)", advice: error.advice, file: fileName)
    }
    title = root?["title"]?.text ?? name
    if root?["appendix"] == nil, let number = root?["chapter"]?.text, Int(number) != nil { chapter = number }
    for kind in Self.kinds {
      for (index, node) in (root?[kind]?.sequence ?? []).enumerated() {
        items.append(InventoryItem(node, file: name, kind: kind, index: index + 1))
      }
    }
  }
}

/// Something that a book has a counterpart for.
struct InventoryItem: Sendable {
  var file: String
  var kind: String
  /// From 1, among those of its kind.
  var index: Int
  var id: String?
  /// What it is called.
  var title: String
  var example: WorkedExample?

  /// Keys that may hold what it is called, the first that is there.
  private static let titleKeys = ["term", "title", "name", "claim", "element", "id"]

  init(_ node: YAMLNode, file: String, kind: String, index: Int) {
    self.file = file
    self.kind = kind
    self.index = index
    id = node["id"]?.text
    title = Self.titleKeys.lazy.compactMap { node[$0]?.text }.first ?? node.text ?? ""
    if kind == "worked_examples" { example = WorkedExample(node) }
  }

  /// As a declaration names it in short: the bare id of a worked example, else `file/kind/id` or `file/kind/index`.
  var key: String {
    if kind == "worked_examples", let id { return id }
    return "\(file)/\(kind)/\(id ?? "\(index)")"
  }
}
