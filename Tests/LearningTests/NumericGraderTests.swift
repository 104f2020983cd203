import Content
import Engine
import Testing

@testable import Learning

@Suite struct NumericGraderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var answer: String
    var tolerance: String?
    var typed: String
    var credit: Double
    var verdict: String?

    init(
      _ answer: String, _ typed: String, _ credit: Double, _ verdict: String? = nil, tolerance: String? = nil
    ) {
      self.answer = answer
      self.typed = typed
      self.credit = credit
      self.verdict = verdict
      self.tolerance = tolerance
    }

    var testDescription: String { "“\(typed)” for \(answer)" }
  }

  static func grade(_ test: Case) -> Grade {
    let body = QuestionBody.numeric(NumericAnswer(answer: test.answer, tolerance: test.tolerance))
    return Grader.grade(question(body), answer: .text([test.typed]), workbook: emptyWorkbook)
  }

  /// What people type for the memory of a network's parameters.
  static let sizes = [
    "437.5 KB", "437.5KB", "437.5 kB", "437,500 bytes", "437500 B", "437 500 B", "437_500 bytes", "437’500 B",
    "0.4375 MB", "0.4375 megabytes", "4.375e5 B", "4.4e5 B", "4.375E+5 bytes", "4.375×10^5 B",
    "4.375 x 10^5 bytes",
    "4.375·10⁵ B", "~438 kB", "~ 438 KB", "≈437.5 KB", "about 440 KB", "ca. 437 kB", "= 437.5 KB",
    "+437.5 KB",
    "437,5 KB", "437.5 kilobytes", "437.5 Kilobytes", "427.2 KiB", "427.2 kib", "0.000437 GB", "437.5 KB.",
    "3.5 Mb", "3.5 megabits", "3,500,000 bits", ".4375 MB", "437.5\u{00A0}KB", "  437.5   KB  ",
  ]

  @Test(arguments: sizes) func everyWritingOfTheSameSize(typed: String) {
    let grade = Self.grade(Case("437.5 KB", typed, 1))
    #expect(grade.credit == 1, "\(grade.verdict)")
    #expect(grade.verdict == "Right.")
    #expect(grade.expected == "437.5 KB")
  }

  static let cases = [
    Case("437.5 KB", "437.5", 1, "Right, taken as KB."),
    Case("437.5 KB", "500 KB", 0, "Not right."),
    Case("437.5 KB", "-437.5 KB", 0, "Not right. That has the wrong sign."),
    Case("437.5 KB", "437.5 MB", 0.5, "The number is right, the unit is not: 437.5 KB, not MB."),
    Case("437.5 KB", "437.5 kb", 0.5, "The number is right, the unit is not: 437.5 KB, not kb."),
    Case("437.5 KB", "437.5 KiB", 0.5, "The number is right, the unit is not: 437.5 KB, not KiB."),
    Case(
      "437.5 KB", "437.5 ms", 0.5,
      "The number is right, the unit is not: ms and KB do not measure the same thing."),
    Case("437.5 KB", "12 ms", 0, "Not right: ms and KB do not measure the same thing."),
    Case("437.5 KB", "437500", 1, "Right, taken as B."),
    Case("437.5 KB", "4375000", 0, "Not right. Taken as KB, that is too large by a factor of 10^4."),
    Case("437.5 KB", "4.375 MB", 0, "Not right. That is too large by a factor of 10."),
    Case("437.5 KB", "0.4375 KB", 0, "Not right. That is too small by a factor of 1,000."),
    Case("437.5 KB", "437.5 TB", 0.5),
    Case("437.5 KB", "4.375 TB", 0, "Not right. That is too large by a factor of 10^7."),
    Case(
      "437.5 KB", "427.2 KB", 0.5,
      "Not right. That mixes prefixes of 1000 (KB, MB, GB) with those of 1024 (KiB, MiB, GiB)."),
    Case(
      "80 GB", "74.5 GB", 0.5,
      "Not right. That mixes prefixes of 1000 (KB, MB, GB) with those of 1024 (KiB, MiB, GiB)."),
    Case("437.5 KB", "3500 KB", 0, "Not right. That is off by a factor of 8: a byte has 8 bits."),
    Case("3.35 TB/s", "3.35 TB/s", 1),
    Case("3.35 TB/s", "3350 GB / s", 1),
    Case("3.35 TB/s", "3,350 GB per second", 1),
    Case("3.35 TB/s", "3.35 terabytes/sec", 1),
    Case("3.35 TB/s", "26.8 Tbps", 1),
    Case(
      "3.35 TB/s", "3.35 TB", 0.5,
      "The number is right, the unit is not: TB and TB/s do not measure the same thing."),
    Case("989 TFLOP/s", "989 TFLOPS", 1),
    Case("989 TFLOP/s", "989 tflops", 1),
    Case("989 TFLOP/s", "0.989 PFLOP/s", 1),
    Case("218 KFLOP", "218,000 FLOPs", 1),
    Case("218 KFLOP", "218000 operations", 1),
    Case("218 KFLOP", "109 KMAC", 0, "Not right: KMAC and KFLOP do not measure the same thing."),
    Case("109386", "109,386", 1, "Right."),
    Case("109386", "109,386 parameters", 1, "Right."),
    Case("109386", "109k", 1),
    Case("109386", "1.09e5 weights", 1),
    Case("109386", "109386 KB", 0.5, "The number is right, the unit is not: the answer is a plain number."),
    Case("7000000000", "7B", 1),
    Case("7000000000", "7 billion", 1),
    Case("7000000000", "7 bn parameters", 1),
    Case("7000000000", "7000M", 1),
    Case("1048576", "2^20", 1),
    Case("1048576", "2**20", 1),
    Case("1048576", "2²⁰", 1),
    Case("128", "128", 1),
    Case("128", "127", 0, "Not right."),
    Case("128", "128.4", 0),
    Case("0.333", "1/3", 1),
    Case("0", "0", 1),
    Case("0", "0.4", 0),
    Case("4.54 x", "4.54", 1, "Right."),
    Case("4.54 x", "4.5 times", 1),
    Case("4.54 x", "4.54-fold", 1),
    Case("45 %", "45 %", 1),
    Case("45 %", "45%", 1),
    Case("45 %", "45 percent", 1),
    Case("45 %", "45 per cent", 1),
    Case("45 %", "0.45", 1, "Right."),
    Case("45 %", "45", 1, "Right, taken as %."),
    Case("45 %", "4.5 %", 0, "Not right. That is too small by a factor of 10."),
    Case("45 %", "45 GB", 0.5, "The number is right, the unit is not: the answer is counted in %."),
    Case("$2.50/h", "2.5 USD/h", 1),
    Case("$2.50/h", "$2.50 per hour", 1),
    Case("$2.50/h", "2.5 dollars/hour", 1),
    Case("640 pJ", "0.64 nJ", 1),
    Case("640 pJ", "640 picojoules", 1),
    Case("4.57 ms", "4570 µs", 1),
    Case("4.57 ms", "4570 us", 1),
    Case("4.57 ms", "4570 microseconds", 1),
    Case("4.57 ms", "0.00457 s", 1),
    Case("25 °C", "25 °C", 1),
    Case("25 °C", "25", 1),
    Case("25 °C", "40 °C", 0, "Not right."),
    Case("437.5 KB", "460 KB", 1, tolerance: "10 %"),
    Case("437.5 KB", "460 KB", 0, tolerance: "2 %"),
    Case("437.5 KB", "460 KB", 1, tolerance: "30 KB"),
    Case("437.5 KB", "0.46 MB", 1, tolerance: "0.03 MB"),
    Case("437.5 KB", "439 KB", 0, tolerance: "0.1 %"),
    Case("437.5 KB", "437.5 KB", 1, tolerance: "0 %"),
    Case("-273 °C", "−273 °C", 1),
    Case("-5", "–5", 1),
    Case("-5", "5", 0, "Not right. That has the wrong sign."),
  ]

  @Test(arguments: cases) func typedAnswers(_ test: Case) {
    let grade = Self.grade(test)
    #expect(grade.credit == test.credit, "\(grade.verdict)")
    if let verdict = test.verdict { #expect(grade.verdict == verdict) }
    #expect(grade.isCounted)
  }

  /// Nothing that could be graded: asked again, not kept.
  @Test(arguments: [
    ("", "Type a number first."),
    (" ", "Type a number first."),
    ("lots", "Expected a number, found “lots”. Type one such as 4.4 KB."),
    ("437.5 florins", "“florins” is no unit that this book knows. Write one such as KB."),
    ("12 florins", "“florins” is no unit that this book knows. Write one such as KB."),
    ("437.5 KB 3", "“KB 3” is no unit that this book knows. Write one such as KB."),
    (
      "4,37,5 KB",
      "“4,37,5” is no number: write 437,500 with groups of three digits, or 437500, and one decimal point."
    ),
    (
      "1.2.3",
      "“1.2.3” is no number: write 437,500 with groups of three digits, or 437500, and one decimal point."
    ),
    ("1e999", "“1e999” is too large a number."),
    ("1/0", "The number divides by zero."),
    ("9^9999", "“9^9999” is too large a number."),
  ])
  func unreadable(typed: String, verdict: String) {
    let grade = Self.grade(Case("437.5 KB", typed, 0))
    #expect(grade.verdict == verdict)
    #expect(!grade.isCounted)
    #expect(grade.credit == 0)
  }

  /// What a learner reads who typed no number, and beside the field.
  @Test(
    arguments: [
      ("12 J", "Type one such as 4.4 J.", "in J or another unit"),
      ("30 %", "Type one such as 4.4 %.", "in %, or as a fraction"),
      ("4", "Type one such as 4 or 4.4e5.", nil), ("4 x", "Type one such as 4 or 4.4e5.", nil),
    ] as [(String, String, String?)])
  func theWordsFitTheUnit(answer: String, advice: String, words: String?) {
    #expect(Self.grade(Case(answer, "a", 0)).verdict == "Expected a number, found “a”. " + advice)
    let body = QuestionBody.numeric(NumericAnswer(answer: answer))
    #expect(Grader.unitWords(of: question(body), workbook: emptyWorkbook) == words)
  }

  @Test(
    arguments: [
      ("437.5 KB", "KB"), ("$2.50/h", "USD/h"), ("45 %", "%"), ("128", nil), ("nowhere.total", nil),
    ] as [(String, String?)])
  func unitOfABareNumber(answer: String, unit: String?) {
    let body = QuestionBody.numeric(NumericAnswer(answer: answer))
    #expect(Grader.unit(of: question(body), workbook: emptyWorkbook) == unit)
  }

  @Test func noEntryStopsTheProgram() {
    let pieces = [
      "4", "37.5", ",", ".", "e", "E+", "-", "×10^", "x", "10", "²⁰", "⁻", "^", "**", "/", " per ", " ", "B",
      "KB",
      "kb·", "TFLOPS", "°C", "%", "$", "€", "~", "million", "\u{202F}", "\u{0}", "é", "👩‍🔬", "٣", "½", "∞",
      "nan", "_",
    ]
    var random = SplitMix64(seed: 5)
    for _ in 0..<1500 {
      let typed = (0...random.next(below: 9)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      for answer in ["437.5 KB", "109386", "25 °C", "0 s"] {
        let grade = Self.grade(Case(answer, typed, 0))
        #expect((0...1).contains(grade.credit) && !grade.verdict.isEmpty, "\(typed)")
      }
    }
  }
}
