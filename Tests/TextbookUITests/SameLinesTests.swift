import Content
import Testing

@testable import TextbookUI
@testable import Typesetting

/// What the reader shows and what is printed is the same, but for what a reader can open.
@Suite struct SameLinesTests {
  @Test(arguments: [40, 60, 88], [false, true])
  func readerAndPrint(width: Int, isASCII: Bool) throws {
    let book = try FixtureBook.book()
    var count = 0
    for id in book.manifest.chapterIDs {
      let chapter = try #require(book.chapters[id])
      for (index, block) in chapter.blocks.enumerated() where !opens(block) {
        let reading = PageContext(width: width, isASCII: isASCII, book: book, chapter: chapter)
        var printing = reading
        printing.isPrinted = true
        let lines = chapter.layout(of: index, in: reading).lines
        #expect(lines == chapter.layout(of: index, in: printing).lines)
        for line in lines {
          #expect(line.plain == stripped(line.ansi(theme: .dark)))
          if isASCII { #expect(line.text.utf8.allSatisfy { $0 < 0x80 }) }
        }
        count += 1
      }
    }
    #expect(count > 10)
  }

  /// Whether Enter does something with it that paper can not, or it scrolls sideways.
  private func opens(_ block: Block) -> Bool {
    var opens = false
    block.walk { block in
      switch block {
      case .calculator, .question, .selfCheck, .moreNumbers, .code: opens = true
      case .division(let division):
        if division.kind == .insight || division.kind == .checkpoint { opens = true }
      default: break
      }
    }
    return opens
  }

  /// Without escape sequences and trailing spaces.
  private func stripped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\u{1B}" else {
        result.append(character)
        continue
      }
      rest = rest.drop { $0 != "m" }.dropFirst()
    }
    while result.last == " " { result.removeLast() }
    return result
  }
}
