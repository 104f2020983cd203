import Content

/// Chapters as one HTML file that needs nothing else.
public enum HTMLBook {
  /// The file.
  ///
  /// - Parameter title: of the page: the chapter's or the book's.
  public static func text(of chapters: [Chapter], in book: Book, title: String) -> String {
    let included = Set(chapters.map(\.id))
    var body = ""
    if chapters.count > 1 {
      body += "<h1>\(HTMLText.escaped(title))</h1>\n<nav>\n<ol>\n"
      for chapter in chapters {
        body +=
          "<li><a href=\"#chapter-\(HTMLText.escaped(chapter.id))\">\(HTMLText.escaped(name(chapter)))</a></li>\n"
      }
      body += "</ol>\n</nav>\n"
    }
    var keys: [String] = []
    var terms: Set<String> = []
    for chapter in chapters {
      body += article(chapter, in: book, included: included)
      keys += PageWords.citations(in: chapter.blocks + chapter.footnotes.values.flatMap(\.blocks))
      terms.formUnion(self.terms(in: chapter))
    }
    body += glossary(terms, in: book, chapters.first, included) + sources(keys, in: book)
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
    // Nothing that a terminal would obey, wherever it came from.
    return String(
      String.UnicodeScalarView(
        page.unicodeScalars.filter {
          $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        }))
  }

  private static func name(_ chapter: Chapter) -> String {
    [chapter.number, chapter.title].compactMap(\.self).joined(separator: " ")
  }

  private static func article(_ chapter: Chapter, in book: Book, included: Set<String>) -> String {
    let page = HTMLPageWriter(words: PageWords(book: book, chapter: chapter), included: included)
    var text = "<article id=\"chapter-\(HTMLText.escaped(chapter.id))\">\n"
    if !chapter.beginsWithTitle {
      let number = chapter.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
      text += "<h1>\(number)\(HTMLText.escaped(chapter.title))</h1>\n"
    }
    if !chapter.objectives.isEmpty {
      text += "<aside class=\"box objectives\">\n<p class=\"title\">Objectives</p>\n<ul>\n"
      text +=
        chapter.objectives.map { "<li>\(HTMLText.escaped($0.text))</li>\n" }.joined() + "</ul>\n</aside>\n"
    }
    text += page.html(chapter.blocks)
    let notes = chapter.footnotes.values.sorted { ($0.number, $0.label) < ($1.number, $1.label) }
    if !notes.isEmpty {
      text += "<section class=\"notes\">\n<h2>Notes</h2>\n<ol>\n"
      for note in notes {
        let name = "\(HTMLText.escaped(chapter.id))-\(note.number)"
        text += "<li id=\"note-\(name)\" value=\"\(note.number)\">\(page.html(note.blocks))"
        text += "<a href=\"#ref-\(name)\" aria-label=\"back\">↩</a></li>\n"
      }
      text += "</ol>\n</section>\n"
    }
    return text + "</article>\n"
  }

  /// The terms to which a chapter refers.
  private static func terms(in chapter: Chapter) -> Set<String> {
    var terms: Set<String> = []
    for block in chapter.blocks {
      block.walk { block in
        for inline in block.inlineRuns.joined() {
          inline.walk {
            if case .reference(let reference) = $0, reference.id.hasPrefix("term-") {
              terms.insert(reference.id)
            }
          }
        }
      }
    }
    return terms
  }

  private static func glossary(
    _ ids: Set<String>, in book: Book, _ chapter: Chapter?, _ included: Set<String>
  ) -> String {
    let terms = book.glossary.filter { ids.contains($0.id) }
    guard let chapter, !terms.isEmpty else { return "" }
    let page = HTMLPageWriter(words: PageWords(book: book, chapter: chapter), included: included)
    let entries = terms.map {
      "<dt id=\"\(HTMLText.escaped($0.id))\">\(HTMLText.escaped($0.name))</dt>\n<dd>\(page.html($0.definition))</dd>\n"
    }
    return "<section class=\"glossary\">\n<h2>Terms</h2>\n<dl>\n\(entries.joined())</dl>\n</section>\n"
  }

  private static func sources(_ keys: [String], in book: Book) -> String {
    var seen: Set<String> = []
    let keys = keys.filter { seen.insert($0).inserted }
    guard !keys.isEmpty else { return "" }
    let items = keys.sorted().map { key -> String in
      let url = book.bibliography[key]?.url.flatMap { HTMLPageWriter.isSafe($0) ? $0 : nil }
      let link = url.map { " <a href=\"\(HTMLText.escaped($0))\">\(HTMLText.escaped($0))</a>" } ?? ""
      return
        "<li id=\"source-\(HTMLText.escaped(key))\">\(HTMLText.escaped(Citations.full(key, in: book.bibliography)))\(link)</li>\n"
    }
    return "<section class=\"sources\">\n<h2>Sources</h2>\n<ul>\n\(items.joined())</ul>\n</section>\n"
  }

  private static let style = """
    :root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #2a6f97; }
    body { font: 1.05rem/1.6 Georgia, 'Times New Roman', serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
    h1, h2, h3, h4, h5, h6, .title, caption, figcaption, summary, th { font-family: system-ui, sans-serif; line-height: 1.25; }
    h2 { margin-top: 2.5rem; } .number { color: var(--accent); }
    a { color: var(--accent); }
    pre { overflow-x: auto; padding: .75rem; background: var(--soft); font-size: .85rem; line-height: 1.35; }
    code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; }
    table { border-collapse: collapse; margin: 1rem auto; font-size: .95rem; }
    th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
    caption, figcaption { font-size: .9rem; padding: .4rem 0; text-align: left; }
    .calculator td { text-align: right; font-variant-numeric: tabular-nums; }
    .calculator tbody + tbody { border-top: 2px solid var(--accent); }
    .box, .question, .problem { border: 1px solid var(--line); border-left: 4px solid var(--accent); padding: .25rem 1rem; margin: 1.25rem 0; }
    .problem { border-left-color: #b00020; }
    .title { font-weight: 600; margin: .5rem 0; }
    .formula { display: flex; align-items: center; justify-content: center; gap: 2rem; margin: 1rem 0; overflow-x: auto; }
    figure { margin: 1.5rem 0; } figure svg { max-width: 100%; height: auto; }
    svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
    blockquote { border-left: 3px solid var(--line); margin-left: 0; padding-left: 1rem; }
    dd { margin-bottom: .5rem; }
    @media print { details { display: block; } details > * { display: block; } }
    """
}
