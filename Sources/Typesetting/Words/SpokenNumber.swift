/// A computed number as it is read aloud: `9.54×10⁻⁷` as "9.54 times 10 to the minus 7", `4.25×` as "4.25 times".
func spokenNumber(_ text: String) -> String {
  guard text.contains("×") else { return text }
  let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  var result = ""
  var rest = text[...]
  while let character = rest.popFirst() {
    guard character == "×", result.last?.isNumber == true else {
      result.append(character)
      continue
    }
    let power = rest.dropFirst(2).prefix { $0 == "⁻" || superscripts.contains($0) }
    if rest.hasPrefix("10"), !power.isEmpty {
      result += " times 10 to the " + (power.first == "⁻" ? "minus " : "")
      result += power.compactMap { superscripts.firstIndex(of: $0).map(String.init) }.joined()
      rest = rest.dropFirst(2 + power.count)
    } else if rest.first?.isNumber == true {
      result.append(character)
    } else {
      result += " times"
    }
  }
  return result
}
