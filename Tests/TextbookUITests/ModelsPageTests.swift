import Testing

@testable import TextbookUI

@Suite struct ModelsPageTests {
  /// All columns of the list stand on a screen of 80 columns, counts short enough to be compared.
  @Test func theListOfModelsFitsAScreen() throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    session.press(":models<Enter>")
    #expect(session.page.overflow(from: PagePosition(), rows: 1_000) == 0)
    let lines = (0..<session.page.blockCount).flatMap { session.page.layout($0).lines.map(\.text) }
    #expect(lines.contains { $0.contains("Switch-C") && $0.contains("1.57 T") })
    #expect(lines.contains { $0.contains("BERT-Base") && $0.contains("110 M") && $0.contains("440 MB") })
  }
}
