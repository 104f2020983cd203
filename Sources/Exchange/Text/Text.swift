extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    return String(self[start...]).trimmedEnd
  }

  /// Without white space at its end.
  var trimmedEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}

extension String {
  /// The lines, without their ends.
  var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// In YAML, whatever it holds.
  var yamlQuoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n", "\t", "\r": result += " "
      default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  /// As the value of an attribute.
  var attributeQuoted: String { yamlQuoted }

  /// Lower-case words of ASCII joined by hyphens, at most `words` of them.
  func slug(words limit: Int = 6) -> String {
    var words: [String] = [""]
    for scalar in lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if scalar != "'", scalar != "’", words.last != "" {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }.prefix(limit).joined(separator: "-")
  }

  /// Broken into lines of at most `width` characters at spaces.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// A name that is not yet among `used`, which it joins.
func unique(_ name: String, among used: inout Set<String>) -> String {
  var candidate = name
  var number = 2
  while !used.insert(candidate).inserted {
    candidate = "\(name)-\(number)"
    number += 1
  }
  return candidate
}
