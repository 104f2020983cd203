import Testing

@testable import Content

@Test func scratch() throws {
  let chapter = try BookLoader.page(file: "/work/wt/chapter/Content/chapters/05-neural-computation.md")
  print(chapter.blocks.map(\.outline).joined(separator: "\n"))
  for f in chapter.findings { print(f.file, f.position, f.message, f.advice ?? "") }
}
