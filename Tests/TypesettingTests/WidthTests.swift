import Content
import Testing

@testable import Typesetting

@Suite struct WidthTests {
  /// Whatever the tree and the width: no line is too wide, no control character is left, targets stand on the page.
  @Test(arguments: [1, 2, 3, 5, 8, 12, 16, 20, 24, 31, 40, 57, 76, 88])
  func everythingFits(width: Int) {
    for seed in 1...60 {
      var tree = RandomTree(seed: UInt64(seed))
      let block = tree.block()
      var context = page(width, isASCII: seed % 4 == 0, isPrinted: seed % 7 == 0)
      for id in ["q0", "q1", "q2", "q3"] { context.questions[id] = tree.questionState() }
      context.unfolded = seed % 2 == 0 ? ["05-test:7", "05-test:sec-size:self-check"] : []
      check(block.layout(in: context), context, "seed \(seed)")
      if width >= 24 {
        let panel = tree.panel()
        context.panel = PanelState(
          calculator: "c", input: "i1", entry: EntryState(text: tree.text(), cursor: 3), message: tree.text())
        check(panel.set(in: context), context, "panel, seed \(seed)")
      }
    }
  }

  private func check(_ layout: BlockLayout, _ context: PageContext, _ name: Comment) {
    for line in layout.lines {
      #expect(line.width <= context.width, name)
      for scalar in line.text.unicodeScalars {
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x202E {
          Issue.record("\(name): a control character is left")
        }
        if context.isASCII && !scalar.isASCII { Issue.record("\(name): \(scalar) is not ASCII") }
      }
    }
    for target in layout.targets {
      #expect(layout.lines.indices.contains(target.line), name)
      if layout.lines.indices.contains(target.line) {
        #expect(
          target.columns.lowerBound >= 0 && target.columns.upperBound <= layout.lines[target.line].width, name
        )
      }
    }
    if let cursor = layout.cursor {
      #expect(layout.lines.indices.contains(cursor.line) && cursor.column < context.width, name)
    }
  }
}
