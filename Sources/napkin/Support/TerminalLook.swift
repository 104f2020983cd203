import Foundation
import Terminal
import Typesetting

/// How styled lines are printed on a kind of terminal.
struct TerminalLook: Sendable {
  var theme: Theme
  var styles: TerminalStyles

  /// Nothing is known of the terminal, and styles were asked for.
  static let xterm = TerminalLook(.xterm)

  init(_ styles: TerminalStyles) {
    var styles = styles
    // Colours are the reader's to refuse (https://no-color.org).
    if ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false { styles.colors = 0 }
    self.styles = styles
    theme = Theme.dark.suited(to: styles)
  }

  /// A line with its escape sequences.
  func text(of line: StyledLine) -> String { line.ansi(theme: theme, on: styles) }

  /// A line with its escape sequences, links among them.
  func text(of line: StyledLine, links: [LineLink]) -> String {
    line.ansi(theme: theme, on: styles, links: links)
  }
}

extension Output {
  /// How the kind of terminal that `TERM` names shows styles; nil where it shows none, or nothing is known of it.
  static let lookOfTerminal: TerminalLook? = {
    let facts = TerminalFacts()
    return facts.takesSGR ? TerminalLook(facts.styles) : nil
  }()

  /// How standard output shows styles; nil where it is no terminal, too.
  static var look: TerminalLook? { isTerminal ? lookOfTerminal : nil }
}
