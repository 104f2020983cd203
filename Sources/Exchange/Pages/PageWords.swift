import Content
import Engine

/// What a page's references, citations and live values say: the same in every format.
public struct PageWords: Sendable {
  public let book: Book
  public let chapter: Chapter

  public init(book: Book, chapter: Chapter) {
    self.book = book
    self.chapter = chapter
  }

  /// The number with its unit; the expression where it has no value.
  public func text(_ live: LiveValue) -> String {
    let result = book.workbook.inline(live.expression, near: live.calculator)
    return result.error == nil ? result.text : live.expression
  }

  /// `Section 5.2`, `Figure 5.1`, a term's name; the id where nothing has it.
  func label(_ reference: Reference) -> String {
    if let anchor = anchor(reference.id) { return anchor.label }
    if let term = book.glossary.first(where: { $0.id == reference.id }) { return term.name }
    if reference.isCalculator, let calculator = book.workbook.calculator(reference.id) {
      return calculator.title
    }
    return reference.id
  }

  func anchor(_ id: String) -> Anchor? { chapter.anchors.first { $0.id == id } ?? book.anchor(id) }

  /// `Horowitz 2014`.
  func citation(_ key: String) -> String { Citations.short(key, in: book.bibliography) }

  /// The full sentence of a source.
  func source(_ key: String) -> String { Citations.full(key, in: book.bibliography) }

  /// The keys that blocks cite, in order.
  static func citations(in blocks: [Block]) -> [String] {
    var keys: [String] = []
    for block in blocks {
      block.walk { block in
        for inline in block.inlineRuns.joined() {
          inline.walk { if case .citation(let found) = $0 { keys += found } }
        }
      }
    }
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }
}
