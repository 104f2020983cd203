import Content
import Engine
import Testing

@testable import Typesetting

/// What the chosen machine lacks: a dash in the sentence, one note in the panel.
@Suite struct MissingValueTests {
  private func page(_ width: Int, on machine: String?) throws -> PageContext {
    var library = Library()
    func add(_ id: String, _ name: String, _ figures: [String: String]) {
      library.add(
        Profile(
          id: id, name: name, kind: .hardware,
          figures: figures.mapValues { Figure(text: $0, value: library.value(of: $0)) }))
    }
    add("big", "Big GPU", ["rate": "2 TB/s", "memory": "80 GB"])
    add("board", "Board", ["memory": "8 GB"])
    var context = TypesettingTests.page(width)
    context.book.workbook = Workbook(library: library)
    context.book.workbook.add([
      Calculator(
        id: "read", title: "Reading",
        body: """
          input  hw = big "machine" workbench
          let    all = 80 GB
          output time = all / hw.rate -> ms "time to read"
          output twice = 2 * time -> ms "both ways"
          output verdict = "quick" if time < 1 s else "slow" "verdict"
          output share = 4 GB / hw.memory -> % "share"
          """, units: library.units)
    ])
    try context.book.workbook.setWorkbench(.hardware, to: machine)
    return context
  }

  private func live(_ name: String) -> Inline {
    .live(LiveValue(expression: name, calculator: "read", range: nowhere))
  }

  @Test func sentencesHaveADashAndTheMark() throws {
    let sentence = paragraph(
      .text("It takes "), live("twice"), .text(" and is "), live("verdict"), .text("."))
    expect([sentence], try page(40, on: nil), "It takes 80 ms and is quick.")
    expect([sentence], try page(40, on: "board"), "It takes — and is —.                   ┊")
    #expect(sentence.layout(in: try page(40, on: "board")).lines[0].runs[1].style == Style(.changed, .bold))
    #expect(
      words(of: [sentence], in: try page(40, on: "board")) == [
        "It takes no value (changed) and is no value (changed)."
      ])
  }

  @Test func aPanelSaysOnceWhatIsMissing() throws {
    let panel = Block.calculator(CalculatorBlock(id: "read", title: "Reading", range: nowhere))
    let text = panel.layout(in: try page(70, on: "board")).lines.map(\.text).joined(separator: "\n")
    #expect(text.split(separator: "rate is not given for Board: 3 values are missing.").count == 2)
    #expect(text.split(separator: "—").count == 4)
    #expect(text.contains("was 40 ms") && text.contains("was quick") && text.contains("50 %"))
    #expect(!text.contains("✗"))
    let outputs = CalculatorWords(context: try page(70, on: "board")).outputs(of: "read")
    #expect(outputs[0] == "time to read: no value, since rate is not given for Board")
  }
}
