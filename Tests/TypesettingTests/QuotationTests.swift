import Content
import Engine
import Testing

@testable import Typesetting

/// Paragraphs as notes quote them.
@Suite struct QuotationTests {
  @Test func numbersAndFormulasStandAsOnThePage() throws {
    var context = page(40)
    context.book.workbook.add([
      Calculator(id: "a", title: "", body: "output rate = 1 / 10 -> % \"rate\"", units: .standard)
    ])
    let block = paragraph(
      .text("It starts with "), .live(LiveValue(expression: "rate", calculator: "a", range: nowhere)),
      .text(" of the answers right,"), .footnote(label: "n"), .softBreak, .text("as "),
      .mathematics("\\hat{y} = f(x; \\theta)"), .text(" says."))
    #expect(
      quotation(of: block, in: context, limit: 200)
        == "It starts with 10 % of the answers right, as ŷ = f(x; θ) says.")
    #expect(quotation(of: block, in: context, limit: 24) == "It starts with 10 % of…")
  }

  @Test(arguments: [
    ("one two", 7, "one two"), ("one two", 6, "one…"), ("one two", 4, "one…"),
    ("one  two three", 9, "one  two…"),
    ("unbroken", 5, "unbr…"), ("", 3, ""),
  ])
  func textIsCutAtAWord(text: String, limit: Int, cut: String) {
    #expect(text.cutAtWord(limit: limit) == cut)
  }
}
