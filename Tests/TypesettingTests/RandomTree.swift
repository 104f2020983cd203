import Content
import Engine

@testable import Typesetting

/// Trees of every kind of block, from a seed.
struct RandomTree {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func number(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func pick<T>(_ values: [T]) -> T { values[number(values.count)] }

  private static let words = [
    "a", "of", "memory", "batch", "437.5", "KB", "high-bandwidth", "784-128-64-10", "日本語の文章は空白なしで続く。",
    "naïve",
    "e\u{301}tude", "👩\u{200D}💻", "👍🏽", "supercalifragilisticexpialidociousness", "soft\u{AD}hyphen",
    "zero\u{200B}width",
    "no\u{A0}break\u{A0}here", "(x)", "—", "\u{1B}[31m", "\u{202E}flip", "tab\there", "ﬃ", "한국어", "∂L/∂W",
    "…",
  ]

  mutating func text() -> String { (0..<1 + number(12)).map { _ in pick(Self.words) }.joined(separator: " ") }

  mutating func inlines(_ depth: Int = 0) -> [Inline] {
    (0..<1 + number(4)).map { _ in
      switch number(depth > 2 ? 10 : 14) {
      case 0...3: return .text(text())
      case 4: return .code(text())
      case 5: return .mathematics(#"\frac{a}{b} + x^2"#)
      case 6: return .reference(Reference(id: pick(["sec-size", "fig-a", "none"]), range: nowhere))
      case 7: return .footnote(label: pick(["a", "b", "c"]))
      case 8: return pick([.softBreak, .lineBreak, .blank(0), .html("<br>"), .html("<kbd>")])
      case 9: return .citation(pick([["horowitz-2014"], ["rumelhart-1986", "missing"]]))
      case 10: return .strong(inlines(depth + 1))
      case 11: return .emphasis(inlines(depth + 1))
      case 12:
        return .link(destination: "https://example.org/a/long/path", title: nil, content: inlines(depth + 1))
      default: return .live(LiveValue(expression: "kv", calculator: nil, range: nowhere))
      }
    }
  }

  mutating func blocks(_ depth: Int = 0) -> [Block] { (0..<1 + number(3)).map { _ in block(depth) } }

  mutating func question() -> Question {
    let body: QuestionBody
    switch number(8) {
    case 0: body = .choice([option(text(), true, text()), option(text(), false, text())])
    case 1:
      body = .multiple([option(text(), true, text()), option(text(), true), option(text(), false, text())])
    case 2: body = .trueFalse(answer: false, feedback: [paragraph(text())])
    case 3: body = .numeric(NumericAnswer(answer: "3 GB"))
    case 4: body = .fill([["a"]])
    case 5: body = .order([[paragraph(text())], [paragraph(text())], [paragraph(text())]])
    case 6:
      body = .match([
        MatchPair(left: inlines(), right: inlines()), MatchPair(left: inlines(), right: inlines()),
      ])
    default: body = .short(answer: [paragraph(text())], rubric: [[paragraph(text())]])
    }
    return Question(
      id: "q\(number(4))", section: nil, objective: nil,
      stem: [.paragraph(Paragraph(content: inlines(), range: nowhere))],
      body: body, hint: [paragraph(text())], explanation: [paragraph(text())], file: "", range: nowhere)
  }

  mutating func block(_ depth: Int = 0) -> Block {
    switch number(depth > 3 ? 9 : 16) {
    case 0, 1: return .paragraph(Paragraph(content: inlines(), range: nowhere))
    case 2:
      return .heading(
        Heading(level: 1 + number(6), content: inlines(), number: pick([nil, "5.2.1"]), range: nowhere))
    case 3: return listing(pick(["python", "c", nil, "yaml"]), text() + "\n" + text())
    case 4:
      let columns = 1 + number(5)
      return .table(
        Table(
          alignments: (0..<columns).map { _ in pick([.left, .right, .center, nil]) },
          header: (0..<columns).map { _ in inlines() },
          rows: (0..<number(4)).map { _ in (0..<columns).map { _ in inlines() } }, number: "5.1",
          caption: inlines(),
          range: nowhere))
    case 5:
      return .formula(
        Formula(tex: #"T = \frac{D}{BW} + \sum_{i=1}^{n} x_i"#, number: pick([nil, "5.3"]), range: nowhere))
    case 6:
      return .figure(
        FigureBlock(
          id: nil, number: "5.1", caption: inlines(), alternative: pick(["", text()]),
          lines: [text(), "┌──┐", text()],
          range: nowhere))
    case 7: return .problem(ProblemBlock(message: text(), advice: text(), source: text(), range: nowhere))
    case 8: return pick([.rule(Rule(range: nowhere)), .html(HTMLBlock(text: text(), range: nowhere))])
    case 9, 10:
      return .list(
        ListBlock(
          isOrdered: number(2) == 0, start: pick([1, 99, 12345]), isTight: number(2) == 0,
          items: (0..<1 + number(3)).map { _ in
            ListItem(task: pick([nil, nil, true, false]), blocks: blocks(depth + 1), range: nowhere)
          }, range: nowhere))
    case 11: return .quote(Quote(blocks: blocks(depth + 1), range: nowhere))
    case 12: return .question(question())
    case 13:
      return .selfCheck(SelfCheck(section: "sec-size", questions: [question(), question()], range: nowhere))
    default:
      let kind = pick([
        Division.Kind.definition, .checkpoint, .insight, .pitfall, .quickCheck, .napkinMath, .other("my-box"),
      ])
      return .division(
        Division(
          kind: kind, attributes: Attributes(), title: number(2) == 0 ? [] : inlines(),
          number: pick([nil, "5.4"]),
          blocks: blocks(depth + 1), range: nowhere))
    }
  }

  mutating func questionState() -> QuestionState {
    QuestionState(
      isOpen: number(2) == 0, cursor: number(4), chosen: [number(3)],
      order: pick([[], [2, 0, 1], [1, 0], [9]]),
      entries: [EntryState(text: text(), cursor: number(40) - 2)], isHintShown: number(2) == 0,
      isGrading: number(2) == 0,
      outcome: number(2) == 0 ? nil : .init(credit: Double(number(3)) / 2, verdict: text(), answer: text()))
  }

  mutating func panel() -> Panel {
    Panel(
      id: "c", title: text(), number: pick([nil, "5.1"]),
      fields: (0..<number(5)).map { index in
        .init(
          name: "i\(index)", label: text(), text: text(), authored: pick([nil, text()]),
          error: pick([nil, text()]))
      },
      readings: (0..<number(5)).map { index in
        .init(
          name: "o\(index)", label: text(), text: pick(["1.07 GB", text()]),
          authored: pick([nil, "2 GB", text()]),
          error: pick([nil, nil, text()]), share: pick([nil, 0, 0.001, 1]))
      }, notes: [text()])
  }
}
