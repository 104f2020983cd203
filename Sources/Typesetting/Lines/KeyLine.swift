/// A key that a line names, where it is drawn.
public struct KeyHint: Hashable, Sendable {
  /// As the line names it: `Tab`, `r`, `←`.
  public var key: String
  /// The line of the layout on which it stands.
  public var line: Int
  public var columns: Range<Int>

  public init(_ key: String, line: Int = 0, columns: Range<Int>) {
    (self.key, self.line, self.columns) = (key, line, columns)
  }

  /// The same further down and to the right.
  public func moved(lines: Int = 0, columns count: Int = 0) -> KeyHint {
    KeyHint(key, line: line + lines, columns: columns.lowerBound + count..<columns.upperBound + count)
  }
}

/// A line that says what keys do, and where on it each of them stands, so that a click can do the same.
///
/// ```swift
/// var line = KeyLine()
/// line.append(keys: "Tab", "next")
/// line.append("   ")
/// line.append(keys: "j k", "scroll")     // j and k each stand for themselves
/// ```
public struct KeyLine: Hashable, Sendable {
  public private(set) var line: StyledLine
  public private(set) var keys: [KeyHint] = []

  public init(_ line: StyledLine = StyledLine()) { self.line = line }

  public var width: Int { line.width }

  public mutating func append(_ text: String, _ style: Style = .body) { line.append(text, style) }

  public mutating func append(_ other: KeyLine) {
    let column = width
    keys += other.keys.map { $0.moved(columns: column) }
    line.append(other.line)
  }

  /// Adds the names of keys and what they do.
  ///
  /// - Parameters:
  ///   - names: one key, or several: `j k`, `←→`, `Up/Down`, `a…d`.
  ///   - text: belongs to the key where there is one alone.
  public mutating func append(
    keys names: String, _ text: String, nameStyle: Style = .body, style: Style = .body
  ) {
    let start = width
    line.append(names, nameStyle)
    line.append(" " + text, style)
    let found = Self.keys(in: names)
    if found.count == 1 {
      keys.append(KeyHint(found[0].key, columns: start..<width))
    } else {
      keys += found.map { $0.moved(columns: start) }
    }
  }

  /// The same with spaces up to a column.
  public func padded(to column: Int, style: Style = .body) -> KeyLine {
    var result = self
    result.line = line.padded(to: column, style: style)
    return result
  }

  /// The keys that are named, each with its columns.
  private static func keys(in names: String) -> [KeyHint] {
    var keys: [KeyHint] = []
    var column = 0
    for name in names.split(separator: " ", omittingEmptySubsequences: false) {
      for part in parts(of: name) {
        let width = DisplayWidth.of(String(part))
        if !["…", "..."].contains(part), part != "/" || name == "/" {
          keys.append(KeyHint(String(part), columns: column..<column + width))
        }
        column += width
      }
      column += 1
    }
    return keys
  }

  /// `↑↓` is made of two, `Up/Down` and `a…d` of three.
  private static func parts(of name: Substring) -> [Substring] {
    if name.count > 1, name.allSatisfy({ "↑↓←→".contains($0) }) {
      return name.indices.map { name[$0...$0] }
    }
    for mark in ["/", "…", "..."] {
      guard let place = name.firstRange(of: mark), place.lowerBound > name.startIndex,
        place.upperBound < name.endIndex
      else { continue }
      return [name[..<place.lowerBound], name[place], name[place.upperBound...]]
    }
    return name.isEmpty ? [] : [name]
  }
}
