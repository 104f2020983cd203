/// What a reader looks for by having seen it: figures, tables, calculators and boxes, by chapter.
extension Book {
  /// Everything with a number in the chapters that are read, each with a way to it; formulas are on the page of equations.
  var figuresPage: Chapter {
    var builder = PageBuilder(title: "Figures and tables")
    for chapter in readChapters {
      let parts = Self.partsOfFigures.map { part in
        (part.title, chapter.numbered.filter { part.holds($0.kind) })
      }.filter { !$0.1.isEmpty }
      if parts.isEmpty { continue }
      builder.heading([chapter.number, chapter.title].compactMap(\.self).joined(separator: " "))
      for (title, things) in parts {
        builder.heading(title, level: 3)
        builder.table(
          [[.text("number")], [.text("title")], [.text("section")]],
          things.map { thing in
            let place = BookPlace(chapter: chapter.id, block: thing.anchor.block)
            let way = thing.anchor.id.map { "#" + $0 } ?? PageAddress(place).description
            return [
              [.link(destination: way, title: nil, content: [.text(thing.anchor.label)])],
              [.text(thing.anchor.title)], [.text(sectionNumber(of: place) ?? "")],
            ]
          }, alignments: [.left, .left, .left])
      }
    }
    if builder.count == 0 { builder.paragraph("Nothing in this book has a number.") }
    return builder.page
  }

  private static let partsOfFigures: [(title: String, holds: @Sendable (String) -> Bool)] = [
    ("Figures", { $0 == "Figure" }), ("Tables", { $0 == "Table" }), ("Calculators", { $0 == "Calculator" }),
    ("Boxes", { !["Figure", "Table", "Calculator", "Equation", "Section"].contains($0) }),
  ]
}

extension Chapter {
  /// What has a number besides sections, in the order of the page, with the name of its kind.
  fileprivate var numbered: [(kind: String, anchor: Anchor)] {
    guard let number else { return [] }
    return anchors.compactMap { anchor in
      guard let space = anchor.label.lastIndex(of: " "),
        anchor.label[space...].dropFirst().hasPrefix(number + ".")
      else { return nil }
      return (String(anchor.label[..<space]), anchor)
    }
  }
}
