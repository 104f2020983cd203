/// A formula set as lines of text. Lines have no space at their ends; `width` is that of the widest.
public struct MathBox: Hashable, Sendable {
  public var lines: [String]
  /// The index of the line that stands on the baseline of surrounding text.
  public var baseline: Int
  /// In columns.
  public var width: Int

  /// A box of `lines`, whose width is measured.
  public init(lines: [String], baseline: Int) {
    self.lines = lines
    self.baseline = baseline
    width = lines.reduce(0) { max($0, DisplayWidth.of($1)) }
  }
}
