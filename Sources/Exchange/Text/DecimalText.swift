/// Numbers without an exponent, as Moodle reads them.
enum DecimalText {
  static func of(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let magnitude = abs(value)
    if magnitude >= 1e15 || magnitude > 0 && magnitude < 1e-6 { return "\(value)" }
    if value == value.rounded() { return String(Int64(value)) }
    // Twelve digits hide what binary fractions add.
    var places = 12
    var scaled = magnitude
    while scaled >= 10, places > 0 {
      scaled /= 10
      places -= 1
    }
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let digits = String(Int64((magnitude * factor).rounded()))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    var text = padded.dropLast(places) + "." + padded.suffix(places)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return (value < 0 ? "-" : "") + text
  }
}
