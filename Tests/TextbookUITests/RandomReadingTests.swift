import Content
import Foundation
import Learning
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// The book itself read by keys at random, with a record, quizzes, reviews and every page that the program writes.
@Suite struct RandomReadingTests {
  /// More than the suite takes, for a long run.
  private static let steps = ProcessInfo.processInfo.environment["NAPKIN_STEPS"].flatMap(Int.init) ?? 400

  private static let characters = Array(
    "jkdu bgG[]{}:/nNchHLam?tr0123456789.-$+_xxwwssttyCWXoOJKlabcd MM''vvAu<>()|#J%!eZQQVPPSL;N")
  private static let keys: [Key] = [
    .enter, .enter, .enter, .tab, .tab, .tab, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left,
    .right, .pageUp, .pageDown, .home, .end, .shiftLeft, .shiftRight, .control("o"), .control("u"),
    .control("d"), .control("n"),
  ]
  private static let names = [
    "hardware", "models", "constants", "equations", "glossary", "what if", "scenarios", "notes", "progress",
    "a100", "resnet", "amdahl", "quiz", "review", "5.3.8", "6.2", "figure", "training memory",
  ]

  @Test(arguments: [("05-neural-computation", 11 as UInt64), ("06-network-architectures", 12)])
  func everyFrameFitsAndEveryStateCanBeLeft(chapter: String, seed: UInt64) throws {
    let walk = try RandomWalk(chapter: chapter)
    var random = Generator(state: seed)
    var places: Set<KeyPlace> = []
    var pages: Set<String> = []
    for step in 0..<Self.steps {
      let size = walk.session.state.size
      switch random.below(200) {
      case 0..<4:
        walk.perform(.resize(ScreenSize(columns: 1 + random.below(190), rows: 1 + random.below(55))))
      case 4..<8: walk.perform(.resize(ScreenSize(columns: 140, rows: 45)))
      case 8..<14: walk.perform(.click(row: random.below(size.rows), column: random.below(size.columns)))
      case 14..<20:
        for _ in 0..<6 { walk.press(.escape) }
        walk.press(.character(":"))
        for character in Self.names[random.below(Self.names.count)] { walk.press(.character(character)) }
        walk.press(.enter)
      case 20..<100: walk.press(.character(Self.characters[random.below(Self.characters.count)]))
      default: walk.press(Self.keys[random.below(Self.keys.count)])
      }
      places.insert(walk.session.state.place)
      if walk.session.state.isWritten {
        pages.insert(PageAddress(parsing: walk.session.state.chapterID)?.kind ?? "")
      }
      if let problem = walk.problem {
        Issue.record("step \(step) after \(walk.recent): \(problem)")
        return
      }
      if step % 20 == 0, let problem = walk.problemOfLeaving {
        Issue.record("step \(step) after \(walk.recent): \(problem)")
        return
      }
    }
    if ProcessInfo.processInfo.environment["NAPKIN_STEPS"] != nil {
      print(chapter, places.map(\.rawValue).sorted(), pages.sorted())
    }
    #expect(places.count > 8)
    #expect(pages.count > 4)
  }
}

/// A session with what the program around it does: a record, an index, an editor.
private final class RandomWalk {
  var session: Session
  private let keeper: RecordKeeper
  private let finder: SearchIndex
  private(set) var recent: [String] = []
  private var depth = 0

  init(chapter: String) throws {
    session = try RealBook.session(chapter: chapter)
    let book = session.state.book
    keeper = RecordKeeper(book: book.manifest.id, chapter: nil) { () throws(RecordError) in
      try Record(path: ":memory:")
    }
    keeper.begin()
    finder = try SearchIndex(path: nil)
    try finder.update(book, stamps: try BookLoader(folder: RealBook.folder).stamps(), formulas: .typeset)
    _ = session.perform(.findNotice(nil))
    session.state.hasEditor = true
  }

  func press(_ key: Key) {
    recent.append(key.name)
    if recent.count > 40 { recent.removeFirst() }
    perform(session.request(for: key))
  }

  func perform(_ request: Request) {
    session.state.date = Date(timeIntervalSince1970: 1_700_000_000)
    if case .resize(let size) = request { recent.append("\(size.columns)x\(size.rows)") }
    if case .click(let row, let column) = request { recent.append("click \(row),\(column)") }
    for effect in session.perform(request) { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    guard depth < 20 else { return }
    depth += 1
    defer { depth -= 1 }
    switch effect {
    case .findQuiz(let request): perform(.beginQuiz(request, []))
    case .findReview(let minutes):
      if let start = keeper.review(of: session.state.book, minutes: minutes) { perform(.beginReview(start)) }
    case .findProgress:
      if let progress = keeper.progress(in: session.state.book) { perform(.progress(progress)) }
    case .keepAttempt(let given): keeper.keep(given)
    case .find(let text): perform(.found(text, (try? finder.hits(for: text)) ?? []))
    case .reading(.writeNote(let draft)): perform(.reading(.noteWritten(draft, "A note\n\nof two lines")))
    default: break
    }
  }

  /// What is wrong with the frame.
  var problem: String? {
    let size = session.state.size
    let frame = session.frame
    if frame.rows.count != size.rows { return "\(frame.rows.count) rows on \(size)" }
    if let row = frame.rows.firstIndex(where: { $0.width > size.columns }) {
      return "row \(row) is \(frame.rows[row].width) wide on \(size): \(frame.rows[row].text)"
    }
    if let cursor = frame.cursor,
      !(0..<size.rows).contains(cursor.row) || !(0..<size.columns).contains(cursor.column)
    {
      return "the cursor is at \(cursor) on \(size)"
    }
    return nil
  }

  /// Why Esc does not lead back to a chapter, or q not out of the program.
  var problemOfLeaving: String? {
    let kept = session
    defer { session = kept }
    // On a smaller one keys do nothing.
    if session.state.size.isTooSmall { perform(.resize(ScreenSize(columns: 80, rows: 24))) }
    for _ in 0..<60 {
      let state = session.state
      if state.place == .page, !state.isWritten, state.focus == nil, state.search == nil {
        return session.perform(session.request(for: .character("q"))).contains(.quit)
          ? nil : "q does not quit on the page"
      }
      perform(session.request(for: .escape))
    }
    return "Esc stays in \(session.state.place) on \(session.state.chapterID)"
  }
}
