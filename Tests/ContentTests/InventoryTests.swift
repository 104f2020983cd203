import Testing

@testable import Content

/// An inventory is somebody else's YAML: a few aliases are read, as programs write them; a bomb is refused.
@Suite struct InventoryTests {
  @Test func fewAliasesAreRead() throws {
    let folder = try TemporaryBook([
      "ch01.yaml": "title: A\nterms: &t [{term: One}, {term: Two}]\nstories: *t\n"
    ])
    let inventory = try Inventory(folder: folder.folder)
    #expect(
      inventory.files.first?.items.map(\.key) == [
        "ch01/terms/1", "ch01/terms/2", "ch01/stories/1", "ch01/stories/2",
      ])
  }

  @Test func bombsAndOtherFilesAreRefused() throws {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let bomb =
      "a: &a [x]\n"
      + zip(letters, letters.dropFirst()).map { inner, outer in
        "\(outer): &\(outer) [\(Array(repeating: "*\(inner)", count: 9).joined(separator: ", "))]\n"
      }.joined()
    let folder = try TemporaryBook([
      "bomb.yaml": bomb, "deep.yaml": "a: " + String(repeating: "[", count: 10_000), "list.yaml": "- a\n",
      "wrong.yaml": "a: b: c\n",
    ])
    try folder.link("outside.yaml", to: "/etc/passwd")
    let inventory = try Inventory(folder: folder.folder)
    #expect(inventory.files.map(\.name) == ["list"])
    #expect(
      inventory.findings.map(\.file).sorted()
        == ["bomb", "deep", "outside", "wrong"].map {
          "\(folder.folder)/\($0).yaml"
        })
  }

  @Test func folderMustHoldOne() throws {
    let folder = try TemporaryBook(["a.md": ""])
    #expect(throws: BookError.self) { try Inventory(folder: folder.folder) }
    #expect(throws: BookError.self) { try Inventory(folder: folder.folder + "/none") }
  }
}
