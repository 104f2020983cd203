/// Reads the text of a unit: names joined by `/` and `·`, each with an optional exponent.
struct UnitReader {
  private let bytes: [UInt8]
  private let table: UnitTable
  private var position = 0

  /// What could not be read: an unknown name or a character out of place, with its place in the text.
  struct Failure: Error {
    var found: String
    var span: Range<Int>
  }

  init(_ text: String, table: UnitTable) {
    bytes = Array(text.utf8)
    self.table = table
  }

  /// The unit that the whole text names.
  mutating func unit() throws(Failure) -> Unit {
    var factor = 1.0
    var offset = 0.0
    var dimension = Dimension.one
    var isDivision = false
    var count = 0
    repeat {
      let start = position
      let name = componentName()
      let place = start..<max(position, start)
      guard let entry = table.component(name) else { throw Failure(found: name, span: place) }
      let exponent = try exponent()
      guard let power = entry.dimension.raised(to: exponent),
        let next = isDivision ? dimension.divided(by: power) : dimension.multiplied(by: power)
      else { throw Failure(found: name, span: place) }
      let scale = exponent == 1 ? entry.factor : Mathematics.power(entry.factor, exponent)
      factor = isDivision ? factor / scale : factor * scale
      offset = count == 0 && exponent == 1 ? entry.offset : 0
      dimension = next
      count += 1
    } while separator(&isDivision)
    guard position == bytes.count else {
      throw Failure(found: String(decoding: bytes[position...], as: UTF8.self), span: position..<bytes.count)
    }
    guard factor.isFinite, factor > 0 else { throw Failure(found: text, span: 0..<bytes.count) }
    return Unit(text: text, factor: factor, offset: count == 1 ? offset : 0, dimension: dimension)
  }

  private var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func componentName() -> String {
    let start = position
    if position < bytes.count,
      [UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "1")].contains(bytes[position])
    {
      position += 1
    } else {
      while position < bytes.count {
        if Characters.isNamePart(bytes[position]) {
          // Superscripts and the middle dot end a name.
          if Characters.isSuperscriptOrDot(bytes, at: position) { break }
          position += 1
        } else {
          break
        }
      }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func exponent() throws(Failure) -> Double {
    let start = position
    var digits = Characters.superscript(bytes, at: &position)
    if digits.isEmpty, position < bytes.count, bytes[position] == UInt8(ascii: "^") {
      position += 1
      while position < bytes.count, Characters.isExponentPart(bytes[position]) {
        digits.append(Character(UnicodeScalar(bytes[position])))
        position += 1
      }
      if digits.isEmpty { throw Failure(found: "^", span: start..<position) }
    }
    if digits.isEmpty { return 1 }
    guard let value = Double(digits), value != 0 else { throw Failure(found: digits, span: start..<position) }
    return value
  }

  private mutating func separator(_ isDivision: inout Bool) -> Bool {
    guard position < bytes.count else { return false }
    if bytes[position] == UInt8(ascii: "/") {
      position += 1
      isDivision = true
      return true
    }
    if bytes[position] == 0xC2, position + 1 < bytes.count, bytes[position + 1] == 0xB7 {
      position += 2
      isDivision = false
      return true
    }
    return false
  }
}
