/// Words of a line that lead out of the book.
public struct LineLink: Hashable, Sendable {
  public var address: String
  public var columns: Range<Int>

  /// Nil for an address that is not of the web, or has characters that mean something to a terminal.
  public init?(_ address: String, columns: Range<Int>) {
    guard address.hasPrefix("https://"), address.utf8.count <= Self.longest,
      address.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
    else { return nil }
    (self.address, self.columns) = (address, columns)
  }

  /// Terminals take no longer ones.
  private static let longest = 2083
}

extension BlockLayout {
  /// The links out of the book, by their lines.
  var links: [Int: [LineLink]] {
    targets.reduce(into: [:]) { links, target in
      guard case .link(let address) = target.action, let link = LineLink(address, columns: target.columns)
      else { return }
      links[target.line, default: []].append(link)
    }
  }
}

extension StyledLine {
  /// The text with the escape sequences of a theme, and with links that the terminal opens (OSC 8).
  public func ansi(theme: Theme, on styles: TerminalStyles = .xterm, links: [LineLink]) -> String {
    var result = ""
    var column = 0
    for link in links where link.columns.lowerBound >= column {
      result += columns(column..<link.columns.lowerBound).ansi(theme: theme, on: styles)
      result += "\u{1B}]8;;\(link.address)\u{1B}\\"
      result += columns(link.columns).ansi(theme: theme, on: styles)
      result += "\u{1B}]8;;\u{1B}\\"
      column = link.columns.upperBound
    }
    return result + (column == 0 ? self : columns(column..<max(column, width))).ansi(theme: theme, on: styles)
  }
}
