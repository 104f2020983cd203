import Content
import Typesetting

/// What is known of a chapter before any of it is laid out.
struct ChapterIndex {
  let needs: [BlockNeeds]
  /// The text before each block, and at the end all of it.
  let weights: [Int]
  /// The places of panels, by calculator.
  let panels: [String: Int]
  /// The places of questions, by id.
  let questions: [String: Int]
  /// The footnotes that stand below a block, at the end of its section, by number.
  let notesBelow: [Int: [String]]
  private let document: Document

  init(_ chapter: Chapter) {
    var needs = chapter.blocks.map(BlockNeeds.init)
    notesBelow = Self.notesBelow(in: chapter, needs)
    for (block, labels) in notesBelow {
      for label in labels {
        for note in chapter.footnotes[label]?.blocks ?? [] { needs[block].add(BlockNeeds(note)) }
      }
    }
    self.needs = needs
    var weights = [0]
    var panels: [String: Int] = [:]
    var questions: [String: Int] = [:]
    for (block, need) in needs.enumerated() {
      weights.append(weights[block] + max(need.weight, 1))
      for calculator in need.calculators where panels[calculator] == nil { panels[calculator] = block }
      for question in need.questions where questions[question] == nil { questions[question] = block }
    }
    self.weights = weights
    self.panels = panels
    self.questions = questions
    document = Document(chapter)
  }

  /// The footnotes of each section, below its last block.
  private static func notesBelow(in chapter: Chapter, _ needs: [BlockNeeds]) -> [Int: [String]] {
    if chapter.footnotes.isEmpty || needs.isEmpty { return [:] }
    let starts = Set(chapter.sections.filter { $0.level <= 2 }.map(\.block))
    var result: [Int: [String]] = [:]
    var labels: [String] = []
    for (block, content) in chapter.blocks.enumerated() {
      content.walk(inlines: { inline in
        if case .footnote(let label) = inline, chapter.footnotes[label] != nil, !labels.contains(label) {
          labels.append(label)
        }
      })
      if !labels.isEmpty, block + 1 == needs.count || starts.contains(block + 1) {
        result[block] = labels.sorted {
          chapter.footnotes[$0]?.number ?? 0 < chapter.footnotes[$1]?.number ?? 0
        }
        labels = []
      }
    }
    return result
  }

  /// Blank lines between a block and the next one.
  func gap(after block: Int) -> Int { block + 1 < needs.count ? document.blankLines(before: block + 1) : 0 }

  /// The part of the chapter's text before a place, from 0 to 1.
  func part(before block: Int, fraction: Double) -> Double {
    guard let total = weights.last, total > 0, block < needs.count else { return 1 }
    let weight = Double(weights[block]) + fraction * Double(weights[block + 1] - weights[block])
    return min(1, max(0, weight / Double(total)))
  }
}
