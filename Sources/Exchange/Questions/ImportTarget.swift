/// The chapter that imported questions are for, as far as they name parts of it.
public struct ImportTarget: Sendable {
  /// What the questions' ids begin with, after `q-`.
  public var name: String
  /// Ids of its sections with their titles; nil where the chapter is not known.
  public var sections: [(id: String, title: String)]?
  /// Ids of its objectives with their texts.
  public var objectives: [(id: String, text: String)]
  /// Everything that a reference may name.
  public var anchors: Set<String>
  /// Ids of questions that are taken.
  public var usedIDs: Set<String>

  public init(
    name: String, sections: [(id: String, title: String)]? = nil,
    objectives: [(id: String, text: String)] = [],
    anchors: Set<String> = [], usedIDs: Set<String> = []
  ) {
    self.name = name
    self.sections = sections
    self.objectives = objectives
    self.anchors = anchors
    self.usedIDs = usedIDs
  }

  /// The chapter's section with this id, or with this title.
  func section(_ id: String?, title: String?) -> String? {
    guard let sections else { return id }
    if let id, sections.contains(where: { $0.id == id }) { return id }
    guard let title = title?.trimmed.lowercased(), !title.isEmpty else { return nil }
    return sections.first { $0.title.lowercased() == title }?.id
  }

  /// The objective with this text.
  func objective(_ text: String) -> String? {
    func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let wanted = plain(text)
    return objectives.first { plain($0.text) == wanted }?.id
  }
}
