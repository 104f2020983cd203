import Engine
import Foundation

/// Finds the paragraph that teaches what a question asks: where its author named none, the one of its section that
/// shares most words with its explanation and its right answer, a rare word counting more than a common one.
///
/// ```swift
/// let places = TeachingPlaces(book)
/// if let place = places.place(of: question, in: "05-neural-computation") { show(place) }
/// ```
public struct TeachingPlaces {
  private let book: Book
  private var sections: [String: SectionWords] = [:]
  /// The words of blocks that were read, by chapter and index.
  private var bags: [String: [Int: WordBag]] = [:]

  public init(_ book: Book) { self.book = book }

  /// The block that teaches a question; nil where the chapter has neither what it names nor its section.
  public mutating func place(of question: Question, in chapterID: String) -> BookPlace? {
    guard let chapter = book.chapters[chapterID] else { return nil }
    if let see = question.see {
      if let block = chapter.anchors.first(where: { $0.id == see })?.block {
        return BookPlace(chapter: chapterID, block: block)
      }
      if let anchor = book.anchor(see) { return BookPlace(chapter: anchor.chapter, block: anchor.block) }
    }
    guard let section = question.section,
      let index = chapter.sections.firstIndex(where: { $0.id == section })
    else { return nil }
    let key = "\(chapterID)#\(section)"
    let words = sections[key] ?? SectionWords(chapter, section: index, bags: &bags[chapterID, default: [:]])
    sections[key] = words
    return BookPlace(
      chapter: chapterID, block: words.best(for: question) ?? chapter.sections[index].block)
  }
}

/// The words of a section, block by block.
struct SectionWords {
  private var blocks: [(index: Int, bag: WordBag, kind: Kind)] = []
  /// In how many blocks of the section around it each word stands, and how many those are.
  private var counts: [String: Int] = [:]
  private var counted = 0
  private var meanLength = 1.0
  /// Words explain; a chart or a panel that shares more of them says it less plainly. A panel is where a numeric answer
  /// is reckoned.
  private enum Kind {
    case text, chart, panel

    init(_ block: Block) {
      switch block {
      case .figure, .plot: self = .chart
      case .calculator: self = .panel
      default: self = .text
      }
    }

    func share(isNumeric: Bool) -> Double {
      self == .text || (self == .panel && isNumeric) ? 1 : 0.6
    }
  }

  /// The blocks of quick checks, by the ids of their questions.
  private var quickChecks: [String: Int] = [:]

  /// - Parameter bags: of blocks of the chapter, which those of this section join.
  init(_ chapter: Chapter, section: Int, bags: inout [Int: WordBag]) {
    let own = Self.extent(of: section, in: chapter)
    // A section of three paragraphs says little about which words are rare.
    let around = chapter.sections[...section].lastIndex { $0.level <= 2 } ?? section
    for index in Self.extent(of: around, in: chapter) {
      let block = chapter.blocks[index]
      if own.contains(index) {
        block.walk { if case .question(let question) = $0 { quickChecks[question.id] = index } }
      }
      guard block.teaches else { continue }
      var bag = bags[index] ?? WordBag()
      if bags[index] == nil {
        bag.add(block, calculators: chapter.calculators)
        bags[index] = bag
      }
      counted += 1
      for word in bag.weights.keys { counts[word, default: 0] += 1 }
      if own.contains(index) { blocks.append((index, bag, Kind(block))) }
    }
    if !blocks.isEmpty {
      meanLength = max(1, blocks.reduce(0) { $0 + $1.bag.length } / Double(blocks.count))
    }
  }

  /// The blocks below a heading, up to the next of its level.
  private static func extent(of section: Int, in chapter: Chapter) -> Range<Int> {
    let head = chapter.sections[section]
    let next = chapter.sections[(section + 1)...].first { $0.level <= head.level }
    let end = min(next?.block ?? chapter.blocks.count, chapter.blocks.count)
    return min(head.block + 1, end)..<end
  }

  /// The index of the block that shares most with a question; nil where none shares anything.
  func best(for question: Question) -> Int? {
    ranked(for: question).first?.index
  }

  /// The blocks that share something with a question, the best first, by Okapi BM25 with the weights of the question's
  /// parts.
  func ranked(for question: Question) -> [(index: Int, score: Double)] {
    let asked = question.words
    let check = quickChecks[question.id]
    var isNumeric = false
    if case .numeric = question.body { isNumeric = true }
    let scored = blocks.map { index, bag, kind -> (index: Int, score: Double) in
      let norm = 1 - Self.lengthShare + Self.lengthShare * bag.length / meanLength
      var score = 0.0
      for (word, weight) in asked.weights {
        guard let frequency = bag.weights[word] else { continue }
        let saturated = frequency * (Self.saturation + 1) / (frequency + Self.saturation * norm)
        score += weight * rarity(of: word) * saturated
      }
      score *= kind.share(isNumeric: isNumeric)
      // What a quick check asks about stands before it, and mostly near.
      if let check {
        let distance = Double(check - index)
        score *= distance > 0 ? 1 + exp(-distance / 4) : 0.5
      }
      return (index, score)
    }
    return scored.filter { $0.score > 0 }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
  }

  private func rarity(of word: String) -> Double {
    let count = Double(counts[word] ?? 0)
    return log(1 + (Double(counted) - count + 0.5) / (count + 0.5))
  }

  /// The constants of BM25, k1 and b, as they are mostly chosen.
  private static let saturation = 1.2
  private static let lengthShare = 0.75
}

extension Block {
  /// Whether it says something that a question may ask about, and does not only ask or sum up.
  fileprivate var teaches: Bool {
    switch self {
    case .heading, .rule, .html, .problem, .question, .selfCheck, .moreNumbers: false
    case .division(let division):
      ![.quickCheck, .checkpoint, .takeaways].contains(division.kind)
        && !division.blocks.contains { if case .question = $0 { true } else { false } }
    default: true
    }
  }
}

extension Question {
  /// Its words: most those of the explanation and the right answer, least those of what is wrong.
  fileprivate var words: WordBag {
    var bag = WordBag()
    func add(_ blocks: [Block], _ weight: Double) {
      for block in blocks { bag.add(block, calculators: [], weight) }
    }
    add(stem, 0.7)
    add(explanation, 1)
    add(hint, 0.4)
    switch body {
    case .choice(let options), .multiple(let options):
      for option in options {
        add(option.content, option.isCorrect ? 1 : 0.2)
        add(option.feedback, option.isCorrect ? 0.8 : 0.3)
      }
    case .trueFalse(_, let feedback): add(feedback, 1)
    case .numeric(let numeric):
      if let (calculator, output) = numeric.source {
        bag.add("=\(calculator).\(output)", 2)
        bag.add("=" + calculator, 2)
      }
    case .fill(let gaps): for gap in gaps { bag.add(text: gap.first ?? "", 1.5) }
    case .order(let items): for item in items { add(item, 0.6) }
    case .match(let pairs):
      for pair in pairs {
        bag.add(pair.left, 0.6)
        bag.add(pair.right, 0.6)
      }
    case .short(let answer, let rubric):
      add(answer, 1)
      for point in rubric { add(point, 0.5) }
    }
    return bag
  }
}
