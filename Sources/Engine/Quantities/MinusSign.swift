extension String {
  /// The text with the sign − before its negative numbers, for reading: `-0.46 ms` becomes `−0.46 ms`. Programs, files
  /// and entries keep the hyphen.
  public var withMinusSigns: String {
    guard utf8.contains(UInt8(ascii: "-")) else { return self }
    var result = ""
    var previous: Character = " "
    var index = startIndex
    while index < endIndex {
      let character = self[index]
      let next = self.index(after: index)
      let isSign =
        character == "-" && " [(=".contains(previous) && next < endIndex
        && (self[next].isNumber || self[next] == "$" || self[next] == ".")
      result.append(isSign ? "−" : character)
      previous = character
      index = next
    }
    return result
  }
}
