/// A large file in parts that are read beside each other.
extension ScannedFile {
  /// The least length of a part in bytes; smaller ones are not worth a thread.
  static let partLength = 128 << 10

  /// The file in parts; one where definitions tie all of it together.
  var parts: [ScannedFile] {
    guard !seams.isEmpty, !hasDefinitions, footnotes.isEmpty else { return [self] }
    let starts = [(byte: 0, line: 0)] + seams
    let ends = seams + [(byte: markdown.count, line: lineMap.count)]
    return zip(starts, ends).map { start, end in
      var part = self
      part.markdown = Array(markdown[start.byte..<end.byte])
      part.lineMap = Array(lineMap[start.line..<end.line])
      part.findings = start.byte == 0 ? findings : []
      part.seams = []
      return part
    }
  }
}
