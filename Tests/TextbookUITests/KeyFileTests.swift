import Terminal
import Testing

@testable import TextbookUI

/// The reader's own keys.
@Suite struct KeyFileTests {
  private func file(_ text: String) -> KeyFile { KeyFile(text, path: "keys.yaml") }

  @Test func aRequestTakesOtherKeys() {
    let table = file("page:\n  scroll-down: [n, Down]\n  next-match: \",\"\n").table
    #expect(table.request(for: .character("n"), in: .page) == .scroll(1))
    #expect(table.request(for: .character("j"), in: .page) == .unknown(.character("j")))
    #expect(table.request(for: .character(","), in: .page) == .match(1))
    #expect(table.request(for: .character("j"), in: .popup) == .scroll(1))
    #expect(table.clashes.isEmpty)
    #expect(table.help(in: .page).contains { $0.keys == "n ↓" && $0.text == "one line down" })
  }

  @Test(arguments: [
    ("pages:\n  help: h\n", 1, "there is no place `pages`", "did you mean `page`?"),
    (
      "page:\n  scrol-down: n\n", 2, "nothing in `page` is called `scrol-down`", "did you mean `scroll-down`?"
    ),
    ("page:\n  help: Hyper-x\n", 2, "there is no key `Hyper-x`", "write a character"),
    ("page:\n  help: Esc\n", 2, "Esc keeps its meaning", "way out"),
    ("page:\n  help: \"\\x1b\"\n", 2, "Esc keeps its meaning", "way out"),
    ("page:\n  help: \"\\x01\"\n", 2, "there is no key", "write a character"),
    ("page:\n  scroll-down: [5]\n", 2, "`5` is a count for the next command in `page`", "another key"),
    ("page:\n  help: []\n", 2, "`help` has no key left in `page`", "how the other keys are found"),
    ("search:\n  activate: x\n", 2, "`x` is text in `search`", "Ctrl"),
    ("page:\n  help: F6\n  contents: F6\n", 3, "line 2 gives to `help`", "another key"),
    ("page:\n  help: c\n", 2, "takes the last key of `contents`", "give `contents` another key"),
    ("page: x\n", 1, "`page` must hold names", "below"),
    ("- x\n", 1, "places with names in them expected", "below"),
    ("page:\n  help: [a, [b]]\n", 2, "one value or a list", "below"),
  ])
  func aWrongLineIsNamedWithAdvice(text: String, line: Int, message: String, advice: String) {
    let problems = file(text).problems
    #expect(problems.map(\.line) == [line])
    #expect(problems.first?.message.contains(message) == true, "\(problems)")
    #expect(problems.first?.advice.contains(advice) == true, "\(problems)")
  }

  @Test func aFileThatCanNotBeReadLeavesTheStandardKeys() {
    let file = KeyFile(
      unreadable: "keys.yaml", "the file is not UTF-8", advice: "save it in the encoding UTF-8")
    #expect(file.messages == ["keys.yaml: the file is not UTF-8; save it in the encoding UTF-8"])
    #expect(file.table.request(for: .character("j"), in: .page) == .scroll(1))
  }

  @Test func aWrongLineLeavesTheOthers() {
    let file = file("page:\n  nonsense: z\n  help: [F1, \"?\"]\n")
    #expect(file.problems.count == 1)
    #expect(file.table.request(for: .function(1), in: .page) == .help)
  }

  @Test func noKeyHasTwoMeaningsAfterRebinding() {
    // Each request of the page takes the key of the next one.
    let page = KeyTable.standardBindings.filter { $0.places.contains(.page) && !$0.keys.isEmpty }
    for (one, other) in zip(page, page.dropFirst()) {
      guard let key = other.keys.first, key != .escape, key != .control("c") else { continue }
      // Digits are no request's to take.
      if case .digit = other.request { continue }
      let name = key.name == "\"" || key.name == "\\" ? "\"\\\(key.name)\"" : "\"\(key.name)\""
      let table = file("page:\n  \(one.request.name): [\(name)]\n").table
      #expect(table.clashes.isEmpty, "\(one.request.name)")
      #expect(table.request(for: key, in: .page) == one.request, "\(one.request.name) \(key.name)")
    }
  }

  @Test func everyRequestHasOneNameInEachPlace() {
    for place in KeyPlace.allCases {
      var requests: [String: Request] = [:]
      for binding in KeyTable.standardBindings where binding.places.contains(place) {
        let name = binding.request.name
        #expect(requests[name] == nil || requests[name] == binding.request, "\(name) in \(place)")
        requests[name] = binding.request
      }
    }
  }

  @Test func everyKeyIsReadByItsName() {
    for binding in KeyTable.standardBindings {
      for key in binding.keys { #expect(Key(named: key.name) == key, "\(key.name)") }
    }
  }

  @Test func helpAndHintsShowTheReadersKeys() {
    var session = TestBook.session()
    session.state.keys = file("page:\n  contents: o\n").table
    #expect(session.screen.contains("o contents"))
    session.press("?")
    #expect(session.screen.contains("Reading"))
    session.press("<Esc>o")
    #expect(session.state.place == .contents)
  }
}
