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
  private let document: Document
  private let share: Double
  private let skipped: (blocks: Int, share: Double)

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
    share = chapter.share
    skipped = chapter.skipped
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
    guard let total = weights.last, total > 0, block < needs.count else { return share }
    let before = weights[min(skipped.blocks, needs.count)]
    let weight = Double(weights[block]) + fraction * Double(weights[block + 1] - weights[block])
    let part = (weight - Double(before)) / Double(max(1, total - before))
    return min(1, max(0, skipped.share + (share - skipped.share) * part))
  }
}
