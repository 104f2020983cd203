import Content
import Testing

@testable import Typesetting

/// Compares the lines of a layout with a picture in the test's source. Pictures have no trailing spaces.
func expect(
  _ layout: BlockLayout, _ picture: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let lines = layout.lines.map(\.plain).joined(separator: "\n")
  #expect(lines == picture, "as it is:\n\(lines)", sourceLocation: sourceLocation)
}

func expect(
  _ blocks: [Block], _ context: PageContext, _ picture: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(flow(blocks, in: context, depth: 0), picture, sourceLocation: sourceLocation)
}
