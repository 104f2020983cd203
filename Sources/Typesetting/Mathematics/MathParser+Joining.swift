/// Atoms that authors write as several characters.
extension MathParser {
  /// `nodes` with `...`, `:=` and `||` as one symbol each, and µ before a unit as the prefix.
  static func joined(_ nodes: [MathNode]) -> [MathNode] {
    guard nodes.contains(where: mayJoin) else { return nodes }
    var result: [MathNode] = []
    result.reserveCapacity(nodes.count)
    // What is open: brackets, "|" and "‖".
    var open: [String] = []
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      let next = index + 1 < nodes.count ? nodes[index + 1] : nil
      var taken = 1
      switch mark(node) {
      case ".":
        if index + 2 < nodes.count, mark(nodes[index + 1]) == ".", mark(nodes[index + 2]) == "." {
          result.append(.symbol(MathSymbolTable.command("ldots") ?? .none))
          taken = 3
        } else {
          result.append(node)
        }
      case ":" where next.flatMap(mark) == "=" || next.flatMap(mark) == ":":
        let isDouble = next.flatMap(mark) == ":"
        taken = 2
        let text = isDouble ? "::" : ":="
        result.append(
          .symbol(
            MathSymbol(
              unicode: text, ascii: text, spoken: isDouble ? "as" : "is defined as", kind: .relation)))
      case "=" where next.flatMap(mark) == ":":
        taken = 2
        result.append(
          .symbol(MathSymbol(unicode: "=:", ascii: "=:", spoken: "defines", kind: .relation)))
      case "|":
        if open.last != "|", let next, let double = doubled(next) {
          taken = 2
          result.append(double)
          if open.last == "‖" { open.removeLast() } else { open.append("‖") }
        } else {
          result.append(node)
          if open.last == "|" { open.removeLast() } else { open.append("|") }
        }
      default:
        if let next, isMu(node), case .text(let words) = next, units.contains(words) {
          result.append(.symbol(MathSymbolTable.command("textmu") ?? .none))
        } else {
          result.append(node)
        }
        follow(node, &open)
      }
      index += taken
    }
    return result
  }

  private static func mayJoin(_ node: MathNode) -> Bool {
    guard case .symbol(let symbol) = node, symbol.unicode.utf8.count <= 2 else { return false }
    switch symbol.unicode {
    case ".", ":", "|", "μ": return true
    default: return false
    }
  }

  private static let units: Set<String> = [
    "s", "m", "g", "W", "J", "A", "V", "F", "L", "l", "sec", "seconds", "Wh", "m²",
  ]

  private static func isMu(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "μ" } else { false }
  }

  /// The character of a symbol without scripts.
  private static func mark(_ node: MathNode) -> String? {
    if case .symbol(let symbol) = node { symbol.unicode } else { nil }
  }

  /// A bar with its scripts as a double bar.
  private static func doubled(_ node: MathNode) -> MathNode? {
    switch node {
    case .symbol(let symbol) where symbol.unicode == "|" && symbol.kind == .ordinary:
      .symbol(MathSymbolTable.command("Vert") ?? .none)
    case .scripts(let base, let sub, let sup):
      doubled(base).map { .scripts(base: $0, sub: sub, sup: sup) }
    default: nil
    }
  }

  private static func follow(_ node: MathNode, _ open: inout [String]) {
    switch node {
    case .symbol(let symbol):
      if symbol.kind == .opening { open.append(symbol.unicode) }
      if symbol.kind == .closing, ")]}⟩⌋⌉".contains(symbol.unicode) {
        while let last = open.popLast(), last == "|" || last == "‖" {}
      }
    case .scripts(let base, _, _):
      if doubled(base) != nil {
        if open.last == "|" { open.removeLast() }
      } else {
        follow(base, &open)
      }
    default: break
    }
  }
}
