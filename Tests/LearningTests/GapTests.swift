import Content
import Learning
import Testing

/// What is typed into gaps: an article, a plural, or a number written otherwise is nobody's mistake.
@Suite struct GapTests {
  private func credit(_ typed: String, _ accepted: String...) -> Double {
    let question = question(.fill([accepted]))
    return Grader.grade(question, answer: .text([typed]), workbook: emptyWorkbook).credit
  }

  @Test(arguments: [
    ("inputs", "input"), ("input", "inputs"), ("Sums", "sum"), ("the slowest", "slowest"),
    ("slowest one", "slowest"), ("the slowest one", "slowest"), ("an addition", "addition"),
    ("a memory wall", "memory wall"), ("ouput", "output"), ("mass", "mass"),
    ("1,25", "1.25"), ("1.250", "1.25"), ("5/4", "1.25"), ("1/0.8", "1.25"), ("125 %", "1.25"),
    ("1.25x", "1.25"), ("1.25 ×", "1.25"), ("1.0", "1"), ("2.0", "2"), ("1/3", "0.333"), ("1,000", "1000"),
  ])
  func right(typed: String, accepted: String) {
    #expect(credit(typed, accepted) == 1)
  }

  @Test(arguments: [
    ("mas", "mass"), ("the", "slowest"), ("one", "two"), ("1.254", "1.25"), ("1.3", "1.25"), ("2", "1"),
    ("125", "1.25"), ("1.25 KB", "1.25"), ("0.334", "0.333"), ("FP32", "FP16"),
    ("asynchronous", "synchronous"),
  ])
  func wrong(typed: String, accepted: String) {
    #expect(credit(typed, accepted) == 0)
  }

  @Test func aWordAmongNumbersIsANumberToo() {
    #expect(credit("2.0", "two", "2") == 1)
  }
}
