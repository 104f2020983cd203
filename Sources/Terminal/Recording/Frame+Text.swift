import Typesetting

extension Frame {
  /// The frame as text, one row a line, cut to `columns` and without trailing spaces.
  public func plainText(columns: Int) -> String {
    rows.map { line in
      var text = line.columns(0..<columns).text
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}
