import Engine

/// What a text of Markdown declares and what it asks for: for those who write chapters by program and want to know what
/// a reader of them finds.
public struct PageProbe: Sendable {
  /// Ids that references may name.
  public let anchors: Set<String>
  /// Footnotes that are referred to and not defined, in lower case.
  public let undefinedFootnotes: Set<String>

  public init(_ text: String) {
    let scan = LinePass.scan(SourceText(text), file: "")
    let chapter = ChapterReader.chapter(
      id: "page", file: "", scan: scan, contents: FileReader.read(scan, units: .standard),
      pool: FileContents(),
      poolFile: "")
    anchors = Set(chapter.anchors.compactMap(\.id))
    undefinedFootnotes = Set(
      chapter.notes.uses.compactMap { use in
        if case .undefinedFootnote(let label) = use.kind { label.lowercased() } else { nil }
      })
  }
}
