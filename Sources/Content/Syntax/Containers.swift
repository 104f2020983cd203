/// The quotes and list items around a line, tracked as far as the line pass needs: where the content of a line begins,
/// and how far it is indented there.
struct Containers {
  private enum Container {
    case quote
    /// Content is indented by so many columns.
    case item(Int)
  }

  /// A place in a line: byte and column from its start.
  struct Place {
    var byte: Int
    var column: Int
  }

  private var stack: [Container] = []
  /// Whether the last line was prose, which a line without the containers' marks may continue.
  var isProse = false

  var depth: Int { stack.count }

  mutating func removeAll() { stack.removeAll() }

  /// Where the content of a line begins; nil when the line is not in all of the containers.
  func content(of line: ArraySlice<UInt8>) -> Place? {
    let (place, matched) = match(line)
    return matched == stack.count ? place : nil
  }

  /// Enters a line: leaves the containers it is not in and opens those that it begins.
  ///
  /// - Returns: where its content begins, and how far that is indented.
  mutating func enter(_ line: ArraySlice<UInt8>, limit: Int) -> (content: Place, indent: Int) {
    var (place, matched) = match(line)
    var next = Self.skipSpaces(line, from: place)
    if next.byte == line.endIndex {
      if matched < stack.count { stack.removeSubrange(matched...) }
      isProse = false
      return (next, 0)
    }
    if matched < stack.count {
      if isProse, !startsBlock(line, at: next, indent: next.column - place.column) {
        return (next, next.column - place.column)
      }
      stack.removeSubrange(matched...)
      isProse = false
    }
    while next.column - place.column <= 3, next.byte < line.endIndex, stack.count < limit {
      if line[next.byte] == UInt8(ascii: ">") {
        stack.append(.quote)
        place = Self.afterQuoteMark(line, at: next)
      } else if let width = itemWidth(line, at: next, from: place) {
        stack.append(.item(width))
        place = Self.advance(line, from: next, columns: width - (next.column - place.column))
      } else {
        break
      }
      isProse = false
      next = Self.skipSpaces(line, from: place)
    }
    return (next, next.column - place.column)
  }

  /// Opens the container of a footnote's definition.
  mutating func openFootnote() { stack.append(.item(4)) }

  private func match(_ line: ArraySlice<UInt8>) -> (Place, Int) {
    var place = Place(byte: line.startIndex, column: 0)
    for (index, container) in stack.enumerated() {
      let next = Self.skipSpaces(line, from: place)
      switch container {
      case .quote:
        guard next.byte < line.endIndex, line[next.byte] == UInt8(ascii: ">"), next.column - place.column <= 3
        else { return (place, index) }
        place = Self.afterQuoteMark(line, at: next)
      case .item(let width):
        if next.byte == line.endIndex {
          place = next
        } else if next.column - place.column >= width {
          place = Self.advance(line, from: place, columns: width)
        } else {
          return (place, index)
        }
      }
    }
    return (place, stack.count)
  }

  private static func skipSpaces(_ line: ArraySlice<UInt8>, from place: Place) -> Place {
    var place = place
    while place.byte < line.endIndex {
      switch line[place.byte] {
      case UInt8(ascii: " "): place.column += 1
      case UInt8(ascii: "\t"): place.column += 4 - place.column % 4
      default: return place
      }
      place.byte += 1
    }
    return place
  }

  private static func afterQuoteMark(_ line: ArraySlice<UInt8>, at place: Place) -> Place {
    var place = Place(byte: place.byte + 1, column: place.column + 1)
    if place.byte < line.endIndex, line[place.byte] == UInt8(ascii: " ") {
      place.byte += 1
      place.column += 1
    }
    return place
  }

  private static func advance(_ line: ArraySlice<UInt8>, from place: Place, columns: Int) -> Place {
    var place = place
    let target = place.column + columns
    while place.column < target, place.byte < line.endIndex {
      if line[place.byte] == UInt8(ascii: "\t") {
        guard place.column + 4 - place.column % 4 <= target else { break }
        place.column += 4 - place.column % 4
      } else {
        place.column += 1
      }
      place.byte += 1
    }
    return place
  }

  /// How far an item that begins here indents its content, from the column of `place`; nil for no item.
  private func itemWidth(_ line: ArraySlice<UInt8>, at start: Place, from place: Place) -> Int? {
    var index = start.byte
    switch line[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if Self.isRule(line[index...]) { return nil }
      index += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits.count <= 9 else { return nil }
      if isProse, digits.elementsEqual([UInt8(ascii: "1")]) == false { return nil }
      index = digits.endIndex
      guard index < line.endIndex, line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ")") else {
        return nil
      }
      index += 1
    default: return nil
    }
    let marker = start.column + index - start.byte
    let after = Self.skipSpaces(line, from: Place(byte: index, column: marker))
    if after.byte == line.endIndex { return isProse ? nil : marker + 1 - place.column }
    let spaces = after.column - marker
    guard spaces > 0 else { return nil }
    return marker - place.column + (spaces > 4 ? 1 : spaces)
  }

  /// Whether a line that is outside of the containers ends the paragraph in them.
  private func startsBlock(_ line: ArraySlice<UInt8>, at place: Place, indent: Int) -> Bool {
    guard indent <= 3 else { return false }
    switch line[place.byte] {
    case UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "<"): return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "$"):
      let run = line[place.byte...].prefix { $0 == line[place.byte] }.count
      return run >= (line[place.byte] == UInt8(ascii: "$") ? 2 : 3)
    case UInt8(ascii: "["):
      let rest = line[place.byte...]
      guard rest.dropFirst().first == UInt8(ascii: "^"), let close = rest.firstIndex(of: UInt8(ascii: "]"))
      else {
        return false
      }
      return rest[close...].dropFirst().first == UInt8(ascii: ":")
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      if Self.isRule(line[place.byte...]) { return true }
    default: break
    }
    return itemWidth(line, at: place, from: place) != nil
  }

  /// Whether this is a thematic break.
  static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
    guard let mark = text.first else { return false }
    var count = 0
    for byte in text {
      if byte == mark {
        count += 1
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        return false
      }
    }
    return count >= 3
  }
}
