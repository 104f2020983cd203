extension MathInline {
  /// The lines of a formula written in one line, none wider than `width` columns.
  func wrapped(_ text: String, width: Int) -> [String] {
    var builder = TextBuilder(isASCII: form == .ascii)
    builder.add(text, Style(.mathematics), breaking: .code)
    return builder.finish().layout(width: width).lines.map(\.text)
  }
}
