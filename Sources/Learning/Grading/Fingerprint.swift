/// A short name for a text that stays the same on every machine and in every version: 64-bit FNV-1a.
enum Fingerprint {
  static func number(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Sixteen hexadecimal digits.
  static func text(of parts: [String]) -> String {
    let digits = String(number(of: parts.joined(separator: "\u{1F}")), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
