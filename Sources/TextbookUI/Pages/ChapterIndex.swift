import Content
import Typesetting

/// What is known of a chapter before any of it is laid out.
struct ChapterIndex {
  let needs: [BlockNeeds]
  /// The places of panels, by calculator.
  let panels: [String: Int]
  /// The places of questions, by id.
  let questions: [String: Int]
  private let document: Document
  /// Where each block begins in the text, and at the end where the last one ends.
  private let offsets: [Int]
  private let length: Int

  init(_ chapter: Chapter) {
    var needs = chapter.blocks.map(BlockNeeds.init)
    if !chapter.footnotes.isEmpty {
      // The notes of a section stand below its last block.
      for block in needs.indices where Self.mayHaveNotes(below: block, in: chapter) {
        needs[block].isLive = true
        needs[block].hasTargets = true
      }
    }
    self.needs = needs
    var panels: [String: Int] = [:]
    var questions: [String: Int] = [:]
    for (block, need) in needs.enumerated() {
      for calculator in need.calculators where panels[calculator] == nil { panels[calculator] = block }
      for question in need.questions where questions[question] == nil { questions[question] = block }
    }
    self.panels = panels
    self.questions = questions
    document = Document(chapter)
    // A page that has no file is as long as it has blocks.
    let isFile = chapter.offsets.count == needs.count + 1
    offsets = isFile ? chapter.offsets : Array(0...needs.count)
    length = isFile ? chapter.length : needs.count
  }

  private static func mayHaveNotes(below block: Int, in chapter: Chapter) -> Bool {
    guard chapter.blocks.indices.contains(block + 1) else { return true }
    switch chapter.blocks[block + 1] {
    case .heading, .moreNumbers, .selfCheck: return true
    default: return false
    }
  }

  /// Blank lines between a block and the next one.
  func gap(after block: Int) -> Int { block + 1 < needs.count ? document.blankLines(before: block + 1) : 0 }

  /// The part of the chapter's text before a place, from 0 to 1.
  func part(before block: Int, fraction: Double) -> Double {
    let first = Double(offsets[0])
    let start = Double(offsets[min(block, needs.count)])
    let end = Double(offsets[min(block + 1, needs.count)])
    let part = (start - first + fraction * (end - start)) / max(1, Double(length) - first)
    return min(1, max(0, part))
  }
}
