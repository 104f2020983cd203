import Content

/// Writes questions as cards for Anki: a tab separated file whose fields are HTML.
public enum AnkiWriter {
  /// The cards of chapters, and of the glossary.
  public static func text(of chapters: [Chapter], in book: Book, withTerms: Bool) -> String {
    var lines = [
      "#separator:tab", "#html:true", "#notetype:Basic", "#guid column:1", "#tags column:4",
      "#columns:guid\tFront\tBack\tTags",
    ]
    for chapter in chapters {
      let page = HTMLPageWriter(words: PageWords(book: book, chapter: chapter), mathematics: .delimited)
      for question in chapter.questions {
        let (front, back) = page.card(question)
        let tags = [book.manifest.id, chapter.id, question.section, question.body.kind].compactMap(\.self)
        lines.append(row([question.id, front, back, tags.map(tag).joined(separator: " ")]))
      }
    }
    if withTerms, let chapter = chapters.first {
      let page = HTMLPageWriter(words: PageWords(book: book, chapter: chapter), mathematics: .delimited)
      for term in book.glossary {
        lines.append(
          row([
            term.id, HTMLText.escaped(term.name), page.html(term.definition),
            [book.manifest.id, "glossary"].map(tag).joined(separator: " "),
          ]))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Fields on one line; quotes are doubled where a field holds one.
  private static func row(_ fields: [String]) -> String {
    fields.map { field in
      let line = field.trimmed.replacing("\t", with: " ").replacing("\n", with: " ")
      return line.contains("\"") ? "\"" + line.replacing("\"", with: "\"\"") + "\"" : line
    }.joined(separator: "\t")
  }

  private static func tag(_ text: String) -> String {
    String(text.map { $0.isWhitespace || $0 == "\"" ? "_" : $0 })
  }
}
