import Content

/// A whole chapter as plain Markdown.
public enum MarkdownPage {
  /// The chapter with its title, footnotes and sources.
  ///
  /// - Parameters:
  ///   - showsAnswers: whether questions are followed by their answers.
  ///   - isPart: whether other chapters stand in the same file, so that footnotes need the chapter in their labels.
  public static func text(of chapter: Chapter, in book: Book, showsAnswers: Bool = true, isPart: Bool = false)
    -> String
  {
    var writer = MarkdownWriter(words: PageWords(book: book, chapter: chapter))
    writer.showsAnswers = showsAnswers
    writer.notePrefix = isPart ? chapter.id + "-" : ""
    var parts: [String] = []
    if !chapter.beginsWithTitle {
      let number = chapter.number.map { $0 + " " } ?? ""
      parts.append("# " + number + MarkdownEscaping.text(chapter.title))
    }
    if !chapter.objectives.isEmpty {
      let texts = chapter.objectives.map { "> - " + MarkdownEscaping.text($0.text) }
      parts.append("> **Objectives**\n>\n" + texts.joined(separator: "\n"))
    }
    parts.append(writer.text(chapter.blocks))
    let notes = chapter.footnotes.values.sorted { ($0.number, $0.label) < ($1.number, $1.label) }
    for note in notes {
      let lines = writer.text(note.blocks).lines
      parts.append(
        (["[^\(writer.notePrefix)\(note.number)]: " + (lines.first ?? "")]
          + lines.dropFirst().map { $0.isEmpty ? "" : "    " + $0 })
          .joined(separator: "\n"))
    }
    let keys = PageWords.citations(in: chapter.blocks + notes.flatMap(\.blocks))
    if !keys.isEmpty {
      let sources = keys.map { key in
        let url = book.bibliography[key]?.url.map { " <\($0)>" } ?? ""
        return "- " + MarkdownEscaping.text(writer.words.source(key)) + url
      }
      parts.append("## Sources\n\n" + sources.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension Chapter {
  /// Whether its own first block is its title.
  var beginsWithTitle: Bool {
    if case .heading(let heading)? = blocks.first { heading.level == 1 } else { false }
  }
}
