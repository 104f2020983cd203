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
  private let hasItalics: Bool
  /// 0 where the terminal has none, or none are wanted.
  private let colorCount: Int
  private var known: [Style: Attributes] = [:]
  private var pairs: [Int64: Int32] = [:]

  /// - Parameter hasColor: whether colours are wanted; ncurses must have been started.
  init(theme: Theme, hasColor: Bool) {
    hasItalics = Terminal.hasItalics
    if hasColor, has_colors(), start_color() == OK, use_default_colors() == OK {
      colorCount = Int(napkin_colors())
      self.theme = theme
    } else {
      colorCount = 0
      self.theme = .monochrome
    }
    self.theme.hasItalics = hasItalics
  }

  /// Takes another theme; a terminal without colours keeps to the one without.
  ///
  /// - Returns: whether anything looks different now.
  mutating func use(_ theme: Theme) -> Bool {
    if colorCount == 0 || self.theme == theme { return false }
    self.theme = theme
    self.theme.hasItalics = hasItalics
    known = [:]
    return true
  }

  /// What a style is drawn with; colour pairs are made when they are first needed.
  mutating func attributes(of style: Style) -> Attributes {
    if let attributes = known[style] { return attributes }
    var appearance = theme.appearance(of: style)
    adaptToFewColors(&appearance)
    let foreground = number(of: appearance.foreground)
    let background = number(of: appearance.background)
    let attributes = Attributes(
      attributes: attributes(of: appearance.emphasis), pair: pair(foreground, background))
    known[style] = attributes
    return attributes
  }

  /// With eight colours bright ones are bold, and a bar that is told from the page by its grey is reversed.
  private func adaptToFewColors(_ appearance: inout Appearance) {
    guard (1..<16).contains(colorCount) else { return }
    if case .indexed(_, otherwise: 0)? = appearance.background {
      appearance = Appearance(emphasis: appearance.emphasis.union(.reverse))
    }
    switch appearance.foreground {
    case .indexed(_, let number)?, .terminal(let number)?:
      if number > 8 { appearance.emphasis.insert(.bold) }
    case nil: break
    }
  }

  private func attributes(of emphasis: Style.Emphasis) -> attr_t {
    let table: [(Style.Emphasis, attr_t)] = [
      (.bold, napkin_bold()), (.italic, napkin_italic()), (.underline, napkin_underline()),
      (.dim, napkin_dim()), (.reverse, napkin_reverse()),
    ]
    return table.reduce(0) { emphasis.contains($1.0) ? $0 | $1.1 : $0 }
  }

  /// ncurses' number of a colour, -1 for the terminal's own.
  private func number(of color: Color?) -> Int32 {
    switch color {
    case nil: -1
    case .terminal(let number): own(number)
    case .indexed(let number, let otherwise):
      if hasDirectColor {
        Int32(XtermColors.rgb(of: number))
      } else if colorCount >= 256 {
        Int32(number)
      } else {
        own(otherwise)
      }
    }
  }

  /// Whether a colour's number is its red, green and blue (`TERM=xterm-direct`).
  private var hasDirectColor: Bool { colorCount > 256 }

  /// One of the 16 colours; the eight dark ones on a terminal that has no more.
  private func own(_ number: UInt8) -> Int32 {
    if hasDirectColor { return number < 8 ? Int32(number) : Int32(XtermColors.rgb(of: number)) }
    if colorCount >= 16 { return Int32(number) }
    // Bright black would be black on black.
    return number == 8 ? -1 : Int32(number % 8)
  }

  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if colorCount == 0 || (foreground == -1 && background == -1) { return 0 }
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
