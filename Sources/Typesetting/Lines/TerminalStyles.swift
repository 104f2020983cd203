/// What a kind of terminal shows of styles, as its entry in the terminal database says.
///
/// ```swift
/// let styles = TerminalStyles(colors: 8, emphases: [.bold, .underline])
/// print(line.ansi(theme: Theme.dark.suited(to: styles), on: styles))
/// ```
public struct TerminalStyles: Hashable, Sendable {
  /// How many colours: 0, 8, 16, 88, 256; more where the number of a colour is its red, green and blue.
  public var colors: Int
  /// How text can stand out.
  public var emphases: Style.Emphasis
  /// Emphases that do not go together with a colour.
  public var colorless: Style.Emphasis

  public init(colors: Int, emphases: Style.Emphasis, colorless: Style.Emphasis = []) {
    self.colors = colors
    self.emphases = emphases
    self.colorless = colorless
  }

  /// Those of xterm with 256 colours: what nearly all terminals of our day show.
  public static let xterm = TerminalStyles(
    colors: 256, emphases: [.bold, .dim, .italic, .underline, .reverse, .strikethrough])

  /// Whether there are colours at all.
  public var hasColor: Bool { colors >= 8 }
}

extension Theme {
  /// The theme as a terminal can show it: the one without colours where it has none.
  public func suited(to styles: TerminalStyles) -> Theme {
    var theme = styles.hasColor ? self : .monochrome
    theme.hasItalics = styles.emphases.contains(.italic)
    return theme
  }
}

/// How a style shows on one kind of terminal: numbers of its colours, nil for the colour that it has anyway.
public struct TerminalAppearance: Hashable, Sendable {
  public var foreground: Int?
  public var background: Int?
  public var emphasis: Style.Emphasis
}

extension Appearance {
  /// What a kind of terminal shows of it. With eight colours bright ones are bold, and a bar that is told from the page
  /// by its grey is reversed.
  public func shown(on styles: TerminalStyles) -> TerminalAppearance {
    var shown = TerminalAppearance(emphasis: emphasis)
    if (8..<16).contains(styles.colors), case .indexed(_, otherwise: 0)? = background {
      shown.emphasis.insert(.reverse)
    } else {
      shown.foreground = foreground?.number(colors: styles.colors)
      shown.background = background?.number(colors: styles.colors)
      if (8..<16).contains(styles.colors), let foreground, foreground.own > 8 { shown.emphasis.insert(.bold) }
    }
    shown.emphasis.formIntersection(styles.emphases)
    if shown.foreground != nil || shown.background != nil { shown.emphasis.subtract(styles.colorless) }
    return shown
  }
}

extension Color {
  /// The one of the terminal's 16 colours that it is, or that stands in for it.
  fileprivate var own: UInt8 {
    switch self {
    case .terminal(let number), .indexed(_, otherwise: let number): number
    }
  }

  /// The number by which a terminal with so many colours knows it; nil for the terminal's own colour.
  func number(colors: Int) -> Int? {
    if colors < 8 { return nil }
    if case .indexed(let index, _) = self, colors >= 256 {
      return colors > 256 ? Int(XtermColors.rgb(of: index)) : Int(index)
    }
    if colors > 256 { return own < 8 ? Int(own) : Int(XtermColors.rgb(of: own)) }
    if colors >= 16 { return Int(own) }
    // Bright black would be black on black.
    return own == 8 ? nil : Int(own % 8)
  }
}
