import Terminal
import Testing

@testable import TextbookUI

@Suite struct KeyTableTests {
  @Test func noKeyHasTwoMeaningsInOnePlace() {
    let clashes = KeyTable.standard.clashes.map { "\($0.key.name) in \($0.place)" }
    #expect(clashes == [])
  }

  @Test func aClashIsFound() {
    let table = KeyTable([
      Binding([.page], [.tab], .target(1)), Binding([.page, .help], [.tab, .enter], .activate),
    ])
    #expect(table.clashes.map(\.key) == [.tab])
  }

  @Test(arguments: KeyPlace.allCases) func everyPlaceHasAWayOutAndHelp(place: KeyPlace) {
    let table = KeyTable.standard
    #expect(!table.help(in: place).isEmpty)
    #expect(table.request(for: .control("c"), in: place) == .quit)
    #expect(table.request(for: .escape, in: place) == .leave)
  }

  @Test func lettersAreTextWhereTextIsTyped() {
    for place in KeyPlace.allCases {
      let request = KeyTable.standard.request(for: .character("q"), in: place)
      #expect((request == .type("q")) == place.takesText, "\(place)")
    }
  }

  /// The keys that format and habit settle.
  @Test(arguments: [
    (Key.character("j"), KeyPlace.page, Request.scroll(1)), (.down, .page, .scroll(1)),
    (.character(" "), .page, .scrollPage(1)), (.pageUp, .page, .scrollPage(-1)),
    (.character("d"), .page, .scrollHalf(1)), (.character("G"), .page, .bottom),
    (.character("7"), .page, .digit(7)), (.character("7"), .panel, .type("7")),
    (.character("-"), .panel, .type("-")), (.character("$"), .panel, .type("$")),
    (.character("."), .gaps, .type(".")), (.character("b"), .options, .option(1)),
    (.control("o"), .page, .back), (.escape, .entry, .leave),
  ])
  func binds(key: Key, place: KeyPlace, request: Request) {
    #expect(KeyTable.standard.request(for: key, in: place) == request)
  }
}
