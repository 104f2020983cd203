import Testing

@testable import TextbookUI

/// Lines and prompts of line mode.
@Suite struct LineTerminalTests {
  @Test(arguments: [
    ("  a. Twice the parameters, as each", ["  a. Twice the", "     parameters, as", "     each"]),
    ("  12. Twice the parameters", ["  12. Twice the", "      parameters"]),
    ("- NVIDIA T4: class: datacenter", ["- NVIDIA T4: class:", "  datacenter"]),
    ("A. Turing wrote of machines", ["A. Turing wrote of", "machines"]),
  ])
  func whatGoesOnStandsUnderItsText(line: String, lines: [String]) {
    #expect(LineTerminal.broken(line, width: 20) == lines)
  }

  /// Arrow keys where nothing reads them, and control characters of titles.
  @Test func controlCharactersAreNeitherTakenNorSaid() {
    var typed = ["\u{1B}[A", "caf\u{7}", "next\t"][...]
    var output = ""
    let terminal = LineTerminal {
      output += $0 + "\n"
      return typed.popFirst()
    } write: {
      output += $0
    }
    #expect(terminal.ask("1/3> ") == "next")
    let refusal = "A key such as an arrow does nothing here. Type words, then Enter.\n"
    #expect(output == "1/3> \n\(refusal)1/3> \n\(refusal)1/3> \n")
    output = ""
    terminal.say("T\u{1B}[31mX")
    #expect(output == "T␛[31mX\n")
  }

  @Test func promptsAreBroken() {
    var output: [String] = []
    let terminal = LineTerminal(width: 30) {
      output.append($0)
      return ""
    } write: {
      output.append($0)
    }
    _ = terminal.ask("Answer, 2 words with ; between them> ")
    #expect(output == ["Answer, 2 words with ;\n", "between them> "])
  }
}
