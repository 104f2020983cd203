import Foundation

/// The format language of Python's f-strings, as far as numbers in prose use it.
enum PythonFormat {
  /// A value in a format such as `,`, `.1f`, `,.0f`, `.0%`.
  static func text(_ value: PythonValues.Value, _ format: String) -> String? {
    guard case .number(let number, let isInteger) = value else {
      if case .text(let text) = value, format.isEmpty { return text }
      return nil
    }
    if format.isEmpty { return isInteger ? grouped(number, places: 0, isGrouped: false) : nil }
    var rest = format[...]
    let isGrouped = rest.hasPrefix(",")
    if isGrouped { rest = rest.dropFirst() }
    if rest.isEmpty || rest == "d" {
      return isInteger ? grouped(number, places: 0, isGrouped: isGrouped) : nil
    }
    guard rest.hasPrefix("."), let places = Int(rest.dropFirst().dropLast()), 0...12 ~= places else {
      return nil
    }
    switch rest.last {
    case "f": return grouped(number, places: places, isGrouped: isGrouped)
    case "%": return grouped(number * 100, places: places, isGrouped: isGrouped) + "%"
    default: return nil
    }
  }

  static func grouped(_ number: Double, places: Int, isGrouped: Bool) -> String {
    let text = String(format: "%.\(places)f", number)
    guard isGrouped else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    var digits = ""
    for (offset, digit) in (parts.first ?? "").enumerated() {
      if offset > 0, ((parts.first ?? "").count - offset).isMultiple(of: 3) { digits += "," }
      digits.append(digit)
    }
    return sign + digits + (parts.count > 1 ? "." + parts[1] : "")
  }
}
