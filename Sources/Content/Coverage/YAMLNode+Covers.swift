extension YAMLNode {
  /// The ids that the value of `covers` names, with their places.
  var coverDeclarations: [Declaration] {
    (sequence ?? [self]).compactMap { node in
      let id = node["id"] ?? node
      return id.text.map { Declaration(id: $0, position: id.position) }
    }
  }

  /// The same for every `covers` in this mapping, at any depth.
  var allCoverDeclarations: [Declaration] {
    switch content {
    case .scalar: []
    case .sequence(let nodes): nodes.flatMap(\.allCoverDeclarations)
    case .mapping(let entries):
      entries.flatMap { $0.key == "covers" ? $0.value.coverDeclarations : $0.value.allCoverDeclarations }
    }
  }
}
