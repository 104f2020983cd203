/// A place in a chapter: a block, and a line of it. Lines from the block's last to the next block's first are the gap
/// after it.
struct PagePosition: Hashable, Sendable, Codable {
  var block: Int
  var line: Int
  /// The part of the block above that line, from 0 to 1; it keeps the place when the block is laid out in another width.
  var fraction: Double

  init(block: Int = 0, line: Int = 0, fraction: Double = 0) {
    self.block = block
    self.line = line
    self.fraction = fraction
  }

  /// Whether it is the top of the page.
  var isStart: Bool { block == 0 && line == 0 && fraction == 0 }
}
