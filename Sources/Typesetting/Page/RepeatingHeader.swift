/// Lines that say what stands in the lines below them.
public struct RepeatingHeader: Hashable, Sendable {
  public var lines: Range<Int>
  /// What they are the header of.
  public var body: Range<Int>
  /// What the first column says once for several rows.
  public var names: [RepeatedName] = []

  public init(lines: Range<Int>, body: Range<Int>) {
    self.lines = lines
    self.body = body
  }

  /// The name of the rows that a line belongs to, where the line itself and those below it leave its place empty.
  public func name(at line: Int) -> RepeatedName? { names.first { $0.lines.contains(line) } }

  func moved(by count: Int) -> RepeatingHeader {
    var result = self
    result.lines = lines.lowerBound + count..<lines.upperBound + count
    result.body = body.lowerBound + count..<body.upperBound + count
    for index in names.indices {
      let lines = names[index].lines
      result.names[index].lines = lines.lowerBound + count..<lines.upperBound + count
    }
    return result
  }

  func moved(byColumns count: Int) -> RepeatingHeader {
    var result = self
    for index in names.indices { result.names[index].column += count }
    return result
  }
}

/// What the first column of a table says once for several rows, said again below a repeated header.
public struct RepeatedName: Hashable, Sendable {
  /// The lines of these rows that have nothing in its place.
  public var lines: Range<Int>
  /// The column in which it begins.
  public var column: Int
  public var width: Int
  /// The name as something that goes on, or where that needs more lines than are left, the name alone.
  var continued: [StyledLine]
  var short: StyledLine

  /// The lines of a screen from `line` of the table on, with the name in its place.
  public func placed(on shown: [StyledLine], from line: Int) -> [StyledLine] {
    let name = continued.count <= lines.upperBound - line ? continued : [short]
    var result = shown
    for (index, name) in name.enumerated() where index < shown.count {
      let end = column + width
      result[index] = shown[index].columns(0..<column).padded(to: column)
        .appending(name.padded(to: width)).appending(shown[index].columns(end..<max(end, shown[index].width)))
    }
    return result
  }
}
