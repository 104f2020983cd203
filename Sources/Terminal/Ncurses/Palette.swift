import CNcurses
import Typesetting

/// The attributes and colours of ncurses for the styles of a theme.
struct Palette {
  /// What ncurses needs to draw in a style.
  struct Attributes {
    var attributes: attr_t
    var pair: Int32
  }

  private var theme: Theme
  private let styles: TerminalStyles
  private var known: [Style: Attributes] = [:]
  private var pairs: [Int64: Int32] = [:]

  /// - Parameter hasColor: whether colours are wanted; ncurses must have been started.
  init(theme: Theme, hasColor: Bool) {
    var styles = Terminal.styles
    let isColored = hasColor && has_colors() && start_color() == OK && use_default_colors() == OK
    styles.colors = isColored ? Int(napkin_colors()) : 0
    self.styles = styles
    self.theme = theme.suited(to: styles)
  }

  /// Takes another theme; a terminal without colours keeps to the one without.
  ///
  /// - Returns: whether anything looks different now.
  mutating func use(_ theme: Theme) -> Bool {
    let suited = theme.suited(to: styles)
    if self.theme == suited { return false }
    self.theme = suited
    known = [:]
    return true
  }

  /// What a style is drawn with; colour pairs are made when they are first needed.
  mutating func attributes(of style: Style) -> Attributes {
    if let attributes = known[style] { return attributes }
    let shown = theme.appearance(of: style).shown(on: styles)
    let attributes = Attributes(
      attributes: attributes(of: shown.emphasis),
      pair: pair(Int32(shown.foreground ?? -1), Int32(shown.background ?? -1)))
    known[style] = attributes
    return attributes
  }

  private func attributes(of emphasis: Style.Emphasis) -> attr_t {
    let table: [(Style.Emphasis, attr_t)] = [
      (.bold, napkin_bold()), (.italic, napkin_italic()), (.underline, napkin_underline()),
      (.dim, napkin_dim()), (.reverse, napkin_reverse()),
    ]
    return table.reduce(0) { emphasis.contains($1.0) ? $0 | $1.1 : $0 }
  }

  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if foreground == -1 && background == -1 { return 0 }
    let key = Int64(foreground) << 32 | Int64(background) & 0xFFFF_FFFF
    if let pair = pairs[key] { return pair }
    let next = Int32(pairs.count + 1)
    guard Int(next) < Int(napkin_color_pairs()), init_extended_pair(next, foreground, background) == OK else {
      return 0
    }
    pairs[key] = next
    return next
  }
}
