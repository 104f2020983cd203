import Engine

extension Book {
  /// All constants by topic, each with its source; a constant's name is an anchor.
  var constantsPage: Chapter {
    var builder = PageBuilder(title: "Constants")
    let constants = workbook.library.constants.values
    if constants.isEmpty { builder.paragraph("The book has no constants.") }
    var tables: [(names: [String], block: Int)] = []
    for (topic, constants) in Dictionary(grouping: constants, by: { $0.topic ?? "other" })
      .sorted(by: { $0.key < $1.key })
    {
      let constants = constants.sorted { ($0.title, $0.name) < ($1.title, $1.name) }
      builder.heading(topic.topicTitle)
      tables.append((constants.map(\.name), builder.count))
      builder.table(
        [[.text("constant")], [.text("value")], [.text("from")]],
        constants.map { constant in
          var words = constant.title
          if let per = constant.per, !constant.title.says(per) { words += " (per \(per))" }
          var origin = [
            [constant.figure.kind?.rawValue, constant.figure.year.map(String.init)]
              .compactMap(\.self).joined(separator: " ")
          ].filter { !$0.isEmpty }.map { [Inline.text($0)] }
          if let source = constant.figure.source {
            origin.append([bibliography[source] == nil ? .text(source) : .citation([source])])
          }
          if let note = constant.figure.note, !constant.title.says(note) { origin.append([.text(note)]) }
          return [[.text(words)], [figureLink(constant.name, constant.figure)], origin.listed]
        }, alignments: [.left, .right, .left])
    }
    var page = builder.page
    for (names, block) in tables {
      page.anchors += names.map { Anchor(id: $0, label: $0, title: $0, chapter: "", block: block) }
    }
    return page
  }

  /// A figure's value, as a link to changing it; in bold where it is changed.
  func figureLink(_ id: String, _ figure: Figure) -> Inline {
    let text = workbook.text(ofFigure: id) ?? figure.text
    let link = Inline.link(to: PageAddress("override", id), text)
    return workbook.scenario.overrides[id] == nil ? link : .strong([link])
  }
}

extension String {
  /// Whether all words of other words stand in it, whatever their order and number.
  fileprivate func says(_ other: String) -> Bool {
    let own = contentWords
    return other.contentWords.allSatisfy { word in own.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
  }

  private var contentWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !Self.fillers.contains($0) }
  }

  private static let fillers: Set<String> = [
    "a", "an", "the", "of", "that", "in", "on", "by", "for", "to", "at",
  ]
}
