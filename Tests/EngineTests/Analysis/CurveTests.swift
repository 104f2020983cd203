import Testing

@testable import Engine

/// Expressions over a free variable.
struct CurveTests {
  static let workbook = AnalysisTests.workbook(
    """
    input batch = 32 1...4096
    input size = 2 KB
    let factor = 3
    output all = batch * size -> KB
    output rate = h100_sxm.peak.fp16
    """)

  /// Expression, variable, the value at 4 or why there is none.
  static let cases: [(String, String, String)] = [
    ("z ** 2", "z", "16"),
    ("max(0, z - 5)", "z", "0"),
    ("z * factor", "z", "12"),
    ("a.factor + z", "z", "7"),
    // A calculator's results follow its input.
    ("all", "batch", "8 KB"),
    ("all / size + batch", "batch", "8"),
    // Other names are hidden and change nothing else.
    ("factor + all / size", "factor", "36"),
    ("z * dram_access", "z", "2.56 nJ"),
    ("z + size", "z", "can not add a plain number and a data size (B)"),
    ("1 / (z - 4)", "z", "division by zero"),
    ("all", "size", "the variable is a plain number, the input of this name a data size (B)"),
    ("[z]", "z", "expected a quantity, got a list"),
    ("z +", "z", "expected a value, found the end of the statement"),
    ("y", "z", "there is no value named “y”"),
    ("1", "2z", "“2z” is no name for a variable"),
  ]

  @Test(arguments: cases) func value(_ expression: String, _ variable: String, _ expected: String) {
    let found: String
    do throws(Diagnostic) {
      let curve = try Self.workbook.curve(expression, of: variable, near: "a")
      switch curve.values(at: [Quantity(4)])[0] {
      case .success(let quantity): found = NumberFormat().text(quantity)
      case .failure(let error): throw error
      }
    } catch {
      #expect(error.message == expected)
      return
    }
    #expect(found == expected)
  }

  @Test func `Curves follow the scenario and say so`() throws {
    var workbook = Self.workbook
    #expect(try !workbook.curve("all * z", of: "z", near: "a").isChanged)
    try workbook.setInput("size", of: "a", to: "1 KB")
    let curve = try workbook.curve("all * z", of: "z", near: "a")
    #expect(curve.isChanged)
    #expect(try curve.values(at: [Quantity(2)]).map { try $0.get().magnitude } == [64e3])
    #expect(try !workbook.curve("factor * z", of: "z", near: "a").isChanged)
  }

  @Test func `Places lie at equal distances or equal factors`() {
    func numbers(_ low: Double, _ high: Double, isLogarithmic: Bool) -> [Double] {
      Curve.places(from: Quantity(low), to: Quantity(high, .data), count: 3, isLogarithmic: isLogarithmic)
        .map(\.magnitude)
    }
    #expect(numbers(0, 4, isLogarithmic: false) == [0, 2, 4])
    #expect(numbers(1, 100, isLogarithmic: true) == [1, 10, 100])
    #expect(numbers(-1, 1, isLogarithmic: true) == [-1, 0, 1])
    #expect(
      Curve.places(from: Quantity(0), to: Quantity(4, .data), count: 2).map(\.dimension) == [.data, .data])
    #expect(Curve.places(from: Quantity(0), to: Quantity(1), count: 1 << 40).count == 10_000)
  }

  @Test func `A costly curve ends`() throws {
    let curve = try Self.workbook.curve("sum(k * z for k in range(99999))", of: "z", near: nil)
    let values = curve.values(at: (0..<100).map { Quantity(Double($0)) })
    #expect((try? values[0].get()) != nil)
    guard case .failure(let error) = values[99] else {
      Issue.record("it should have been stopped")
      return
    }
    #expect(error.kind == .limit)
  }
}
