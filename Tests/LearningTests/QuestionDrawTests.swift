import Content
import Engine
import Foundation
import Testing

@testable import Learning

@Suite struct QuestionDrawTests {
  static let body = """
    input batch = 32 "batch" 1...1024
    input width = 128 "width" 16...4096 log
    input rate = 0.5 "rate" 0.1...0.9 step 0.1
    input share = 45 % "share" 1 %...99 %
    input bytes = 4 B "bytes per element" {4 B, 2 B, 1 B}
    input time = 12 ms "time"
    let elements = batch * width
    output memory = elements * bytes -> KB
    output kept = rate * share * 1000
    output speed = elements * bytes / time -> MB/s
    output gap = 1 / (batch - 64)
    output most = max(batch, width)
    output fixed = 7 GB
    input fine = 0.101 "fine" 0.1...0.2 step 0.0005
    output inverse = 1 / (fine - 0.09)
    input small = 40 "small" 1...40
    output shift = small / 100
    """

  static let workbook: Workbook = {
    let library = Library()
    var workbook = Workbook(library: library)
    workbook.add([Calculator(id: "cell", title: "Cell", body: body, units: library.units)])
    return workbook
  }()

  static func numeric(_ output: String, vary: String...) -> Question {
    question(.numeric(NumericAnswer(answer: "cell.\(output)", vary: vary)))
  }

  /// Of 12 ms in seconds the unit is what is asked.
  @Test(arguments: [
    ("0.012 s", 1.0, true), ("0.012", 1, true), ("12 ms", 0, false), ("12,000 µs", 0, false), ("12", 0, true),
  ])
  func aConversionIsAnsweredInTheUnitThatIsAsked(typed: String, credit: Double, isCounted: Bool) {
    let library = Library()
    var workbook = Workbook(library: library)
    let body = "input time = 12 ms \"time\"\noutput same = time -> s"
    workbook.add([Calculator(id: "cell", title: "Cell", body: body, units: library.units)])
    let asked = Self.numeric("same")
    let grade = Grader.grade(asked, answer: .text([typed]), workbook: workbook)
    #expect(grade.credit == credit, "\(grade.verdict)")
    #expect(grade.isCounted == isCounted)
    if !isCounted { #expect(grade.verdict == "The unit is what is asked: give it in s.") }
    #expect(Grader.unitWords(of: asked, workbook: workbook) == "in s")
    #expect(Grader.unitWords(of: Self.numeric("memory"), workbook: Self.workbook) == "in KB or another unit")
  }

  @Test func theCellIsSound() throws {
    #expect(try #require(Self.workbook.calculator("cell")).diagnostics.isEmpty)
    let result = try #require(Self.workbook.result(of: "cell"))
    #expect(result.outputs.first { $0.name == "memory" }?.text == "16.4 KB")
  }

  @Test(arguments: [
    numeric("memory", vary: "batch"), numeric("memory", vary: "batch", "width"),
    numeric("memory", vary: "bytes"),
    numeric("memory", vary: "batch", "width", "bytes"), numeric("kept", vary: "rate"),
    numeric("kept", vary: "share", "rate"), numeric("speed", vary: "time"), numeric("gap", vary: "batch"),
    numeric("most", vary: "batch", "width"),
  ])
  func drawsAreInBoundsAndSolvable(_ question: Question) throws {
    guard case .numeric(let numeric) = question.body else { return }
    let authored = try #require(
      Self.workbook.result(of: "cell")?.outputs.first { numeric.answer.hasSuffix($0.name) })
    var answers: Set<String> = []
    for seed in 0..<40 as Range<UInt64> {
      let draw = QuestionDraw(question, workbook: Self.workbook, seed: seed)
      #expect(draw == QuestionDraw(question, workbook: Self.workbook, seed: seed))
      #expect(Set(draw.inputs.keys) == Set(numeric.vary))
      let drawn = draw.applied(to: Self.workbook)
      let result = try #require(drawn.result(of: "cell"))
      for name in numeric.vary {
        let input = try #require(result.inputs.first { $0.name == name })
        #expect(input.error == nil)
        let bounds = try #require(Self.bounds[name])
        #expect(bounds.contains(try #require(input.number)), "\(name) = \(draw.inputs[name] ?? "")")
      }
      let output = try #require(result.outputs.first { $0.name == authored.name })
      #expect(output.error == nil)
      #expect(draw.answer == output.text)
      #expect(draw.answer != authored.text)
      answers.insert(output.text)
      let grade = Grader.grade(
        question, answer: .text([output.text]), workbook: Self.workbook, drawn: draw.inputs)
      #expect(grade.credit == 1, "\(output.text): \(grade.verdict)")
      let stale = Grader.grade(
        question, answer: .text([authored.text]), workbook: Self.workbook, drawn: draw.inputs)
      #expect(stale.credit < 1, "the author's answer is not that of \(draw.inputs)")
    }
    #expect(answers.count >= (numeric.vary == ["bytes"] ? 2 : 6))
  }

  /// In the unit of the author's value.
  static let bounds: [String: ClosedRange<Double>] = [
    "batch": 1...1024, "width": 16...4096, "rate": 0.1...0.9, "share": 1...99, "bytes": 1...4,
    "time": 0.75...192,
  ]

  @Test(arguments: ["batch", "width", "rate", "share", "time"])
  func valuesAreRound(name: String) {
    let output =
      ["batch": "memory", "width": "memory", "rate": "kept", "share": "kept", "time": "speed"][name] ?? ""
    for seed in 0..<40 as Range<UInt64> {
      let draw = QuestionDraw(Self.numeric(output, vary: name), workbook: Self.workbook, seed: seed)
      let digits = (draw.inputs[name] ?? "").filter(\.isNumber).drop { $0 == "0" }.reversed().drop {
        $0 == "0"
      }
      let isPowerOfTwo = Int(draw.inputs[name] ?? "").map { $0 > 0 && $0 & ($0 - 1) == 0 } ?? false
      #expect(isPowerOfTwo || (1...3).contains(digits.count), "\(draw.inputs)")
    }
  }

  /// Whoever reckons with the inputs as they are shown has those that were drawn.
  @Test(arguments: [("inverse", "fine"), ("memory", "width"), ("speed", "time"), ("kept", "share")])
  func inputsAreShownAsTheyWereDrawn(output: String, name: String) throws {
    for seed in 0..<40 as Range<UInt64> {
      let draw = QuestionDraw(Self.numeric(output, vary: name), workbook: Self.workbook, seed: seed)
      let result = try #require(draw.applied(to: Self.workbook).result(of: "cell"))
      let input = try #require(result.inputs.first { $0.name == name })
      #expect(try TypedQuantity(input.text).number == input.number, "\(draw.inputs)")
    }
  }

  /// With a tolerance of 0.2, minus 0.1 would be as right as 0.1: no draw of such a question is left.
  @Test func slipsAreToldFromTheAnswer() {
    let question = question(
      .numeric(NumericAnswer(answer: "cell.shift", tolerance: "0.2", vary: ["small"])))
    for seed in 0..<40 as Range<UInt64> {
      let draw = QuestionDraw(question, workbook: Self.workbook, seed: seed)
      #expect(draw.inputs.isEmpty && draw.answer == "0.4")
    }
    let narrow = Self.numeric("shift", vary: "small")
    #expect(!QuestionDraw(narrow, workbook: Self.workbook, seed: 1).inputs.isEmpty)
  }

  @Test func anAnswerThatNothingChangesKeepsTheAuthorsValues() {
    let draw = QuestionDraw(Self.numeric("fixed", vary: "batch"), workbook: Self.workbook, seed: 1)
    #expect(draw.inputs.isEmpty)
    #expect(draw.answer == "7 GB")
    #expect(QuestionDraw(Self.numeric("memory"), workbook: Self.workbook, seed: 1).inputs.isEmpty)
    #expect(
      QuestionDraw(Self.numeric("nowhere", vary: "batch"), workbook: Self.workbook, seed: 1).inputs.isEmpty)
    #expect(
      QuestionDraw(Self.numeric("memory", vary: "nothing"), workbook: Self.workbook, seed: 1).inputs.isEmpty)
  }

  @Test(arguments: [GraderTests.choice, GraderTests.multiple, GraderTests.order, GraderTests.match])
  func everyOrderComesUp(_ body: QuestionBody) {
    var orders: [[Int]: Int] = [:]
    for seed in 0..<600 as Range<UInt64> {
      let draw = QuestionDraw(question(body), workbook: emptyWorkbook, seed: seed)
      orders[draw.optionOrder, default: 0] += 1
    }
    let count = orders.keys.first?.count ?? 0
    let identity = Array(0..<count)
    #expect(orders.keys.allSatisfy { $0.sorted() == identity })
    switch body {
    case .order, .match:
      #expect(orders[identity] == nil, "never in the right order")
      #expect(orders.count == 23)
    default: #expect(orders.count >= (count == 3 ? 6 : 110))
    }
  }

  @Test(arguments: [0, 1, 2]) func fewItems(count: Int) {
    let items = (0..<count).map { words("item \($0)") }
    for seed in 0..<20 as Range<UInt64> {
      let draw = QuestionDraw(question(.order(items)), workbook: emptyWorkbook, seed: seed)
      #expect(draw.optionOrder == [[], [0], [1, 0]][count])
    }
  }

  @Test func otherKindsAreNotShuffled() {
    for body in [QuestionBody.trueFalse(answer: true, feedback: []), .fill([["a"]]), GraderTests.short] {
      #expect(QuestionDraw(question(body), workbook: emptyWorkbook, seed: 3).optionOrder.isEmpty)
    }
  }

  /// The first numbers of the published generator from the seed 1234567.
  @Test func generatorIsSplitMix64() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<3).map { _ in random.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func drawsSurviveAsJSON() throws {
    let draw = QuestionDraw(Self.numeric("memory", vary: "batch"), workbook: Self.workbook, seed: 9)
    #expect(try JSONDecoder().decode(QuestionDraw.self, from: JSONEncoder().encode(draw)) == draw)
  }
}
