/// `text` made safe for a terminal: nothing in it can move the cursor, change colours or reorder the line.
///
/// C0 controls become their pictures (`␛` for escape, `␡` for delete); C1 controls, direction marks and overrides
/// and noncharacters become `�`; a tab becomes spaces up to the next multiple of four columns. A line break
/// becomes one space, or stays (as `\n`) if `keepingLineBreaks` is set.
public func sanitized(_ text: String, keepingLineBreaks: Bool = false) -> String {
  if text.utf8.allSatisfy({ $0 &- 0x20 < 0x5F }) { return text }
  if !text.unicodeScalars.contains(where: needsReplacement) { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  var column = 0
  var afterReturn = false
  for scalar in text.unicodeScalars {
    defer { afterReturn = scalar == "\r" }
    switch scalar.value {
    case 0x0A where afterReturn:
      continue
    case 0x0A, 0x0D, 0x2028, 0x2029:
      result.unicodeScalars.append(keepingLineBreaks ? "\n" : " ")
      column = keepingLineBreaks ? 0 : column + 1
    case 0x09:
      let spaces = 4 - column % 4
      for _ in 0..<spaces { result.unicodeScalars.append(" ") }
      column += spaces
    case 0x00..<0x20:
      result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      column += 1
    case 0x7F:
      result.unicodeScalars.append("\u{2421}")
      column += 1
    default:
      let shown: Unicode.Scalar = needsReplacement(scalar) ? "\u{FFFD}" : scalar
      result.unicodeScalars.append(shown)
      column += DisplayWidth.of(shown)
    }
  }
  return result
}

/// A document on its way to a terminal or a pipe: control characters that could steer a terminal become their pictures,
/// C1 controls `�`; line ends, tabs and all other characters are the document's own and stay.
public func withoutControls(_ document: String) -> String {
  // Carriage return and line feed are one character where they stand together.
  let isSafe = document.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 || $0 == 0x0A || $0 == 0x09 }
  if isSafe { return document }
  var result = String.UnicodeScalarView()
  var rest = document.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    switch scalar.value {
    case 0x09, 0x0A: result.append(scalar)
    case 0x0D where rest.first == "\n": result.append(scalar)
    case 0x00..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80..<0xA0: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

private func needsReplacement(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00..<0x20, 0x7F..<0xA0: true
  case 0x20..<0x61C: false
  case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
  case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}
