import Testing

@testable import Content

@Suite struct PageAddressTests {
  @Test(
    arguments: [
      ("napkin:glossary", "glossary", [], [:]),
      ("napkin:hardware/t4", "hardware", ["t4"], [:]),
      ("napkin:sweep/c.o?over=batch&scale=log", "sweep", ["c.o"], ["over": "batch", "scale": "log"]),
      ("napkin:find/100%25%20%2F%3F", "find", ["100% /?"], [:]),
      ("napkin:a?b", "a", [], ["b": ""]),
    ] as [(String, String, [String], [String: String])])
  func reads(_ text: String, _ kind: String, _ path: [String], _ options: [String: String]) throws {
    let address = try #require(PageAddress(parsing: text))
    #expect(address.kind == kind)
    #expect(address.path == path)
    #expect(address.options == options)
    #expect(PageAddress(parsing: address.description) == address)
  }

  @Test(arguments: ["", "glossary", "napkin:", "napkin:/", "https://example.org", "#sec"])
  func refuses(_ text: String) { #expect(PageAddress(parsing: text) == nil) }

  @Test func writesWhatNoLinkMayHold() {
    let address = PageAddress("solve", "a b/c(d)", options: ["x&y": "<1 = 2>"])
    #expect(!address.description.contains(" "))
    #expect(PageAddress(parsing: address.description) == address)
  }
}
