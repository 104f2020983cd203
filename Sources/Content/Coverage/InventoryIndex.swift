/// Finds what a declaration names.
struct InventoryIndex {
  /// An item's place: the index of its file, and its index there.
  struct Place: Hashable {
    var file: Int
    var item: Int
  }

  private var places: [String: Place] = [:]
  private let fileNames: [String]

  init(_ inventory: Inventory) {
    fileNames = inventory.files.map(\.name)
    for (fileIndex, file) in inventory.files.enumerated() {
      for (itemIndex, item) in file.items.enumerated() {
        let place = Place(file: fileIndex, item: itemIndex)
        var names = ["\(file.name)/\(item.kind)/\(item.index)", "\(file.name)/\(item.kind)/\(item.title)"]
        if let id = item.id {
          names += ["\(file.name)/\(item.kind)/\(id)", "\(file.name)/\(id)"]
          if item.kind == "worked_examples" { names.append(id) }
        }
        for name in names where places[name] == nil { places[name] = place }
      }
    }
  }

  subscript(name: String) -> Place? { places[name] }

  /// What to write instead of a name that names nothing.
  func advice(for name: String) -> String {
    let parts = name.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1 {
      guard fileNames.contains(parts[0]) else {
        let like = CheckContext.suggestion(for: parts[0], among: fileNames)
        return like.map { "the inventory has no file \(parts[0]): did you mean \($0)?" }
          ?? "the inventory has no file \(parts[0]): the files are \(fileNames.joined(separator: ", "))"
      }
      if parts.count == 3, !InventoryFile.kinds.contains(parts[1]) {
        return "`\(parts[1])` is no kind: the kinds are \(InventoryFile.kinds.joined(separator: ", "))"
      }
      let prefix = parts.dropLast().joined(separator: "/") + "/"
      let count = places.keys.count { $0.hasPrefix(prefix) && Int($0.dropFirst(prefix.count)) != nil }
      if parts.count == 3, let index = Int(parts[2]) {
        return "\(parts[0]) has \(count) \(parts[1]), and this is number \(index)"
      }
    }
    let like = CheckContext.suggestion(for: name, among: places.keys)
    return like.map { "did you mean `\($0)`?" } ?? "write the id of a worked example, or file/kind/id"
  }
}
