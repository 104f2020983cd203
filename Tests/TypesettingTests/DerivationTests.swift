import Content
import Testing
import Typesetting

@testable import Engine

/// How a value that depends on a condition comes about, in each of the forms in which it is shown.
@Suite struct DerivationTests {
  private func latex() throws -> String {
    var workbook = Workbook(library: Library())
    let body = "input z = -2\noutput y = z if z >= 0 else z / 10"
    workbook.add([Calculator(id: "a", title: "Leak", body: body, units: .standard)])
    return try #require(workbook.derivation(of: "y", in: "a")?.steps.last).latex
  }

  @Test func inTwoDimensions() throws {
    let lines = Mathematics(tex: try latex()).display(width: 60).lines
    #expect(
      lines.joined(separator: "\n") == """
            ⎧ z    if z ≥ 0
            ⎪
        y = ⎨ z
            ⎪ ──   otherwise
            ⎩ 10

            ⎧ −2   if −2 ≥ 0
            ⎪
          = ⎨ −2
            ⎪ ──   otherwise (taken)
            ⎩ 10

          = −0.2
        """)
  }

  @Test func inASCII() throws {
    let lines = Mathematics(tex: try latex()).display(width: 60, form: .ascii).lines
    #expect(
      lines.joined(separator: "\n") == """
            { z    if z >= 0
            {
        y = { z
            { --   otherwise
            { 10

            { -2   if -2 >= 0
            {
          = { -2
            { --   otherwise (taken)
            { 10

          = -0.2
        """)
  }

  @Test func inOneLine() throws {
    let formula = Mathematics(tex: try latex())
    #expect(
      formula.inline()
        == "y = {z, if z ≥ 0; z/10, otherwise}; = {−2, if −2 ≥ 0; −2/10, otherwise (taken)}; = −0.2")
    #expect(
      formula.inline(form: .ascii)
        == "y = {z, if z >= 0; z/10, otherwise}; = {-2, if -2 >= 0; -2/10, otherwise (taken)}; = -0.2")
  }

  @Test func inWords() throws {
    let words = Mathematics(tex: try latex()).spoken()
    #expect(
      words
        == "y equals cases: z , if z is at least 0 ; z over 10 , otherwise end cases ; equals cases: minus 2 , "
        + "if minus 2 is at least 0 ; the fraction minus 2 over 10 end fraction , otherwise (taken) end cases ; "
        + "equals minus 0.2")
  }
}
