/// A colour of the terminal.
public enum Color: Hashable, Sendable {
  /// One of the terminal's own 16 colours, 0…15.
  case terminal(UInt8)
  /// One of the 256 colours, for terminals that have them, and the own colour that stands in for it elsewhere.
  case indexed(UInt8, otherwise: UInt8)
}

/// How a style shows on a terminal; `nil` leaves the terminal's own colour.
public struct Appearance: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  public var emphasis: Style.Emphasis

  public init(foreground: Color? = nil, background: Color? = nil, emphasis: Style.Emphasis = []) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
  }
}

/// What each role looks like. Every theme can be read without its colours: what matters has a mark or an emphasis too.
public struct Theme: Hashable, Sendable {
  /// As a reader names it: `dark`, `light`, `terminal`, `contrast`, `mono`.
  public let name: String
  private let appearances: [Appearance]
  /// Whether the terminal slants letters; where it does not, what an author emphasized is underlined.
  public var hasItalics = true

  /// `table` names the roles that do not look like body text.
  init(name: String, _ table: [Style.Role: Appearance]) {
    self.name = name
    appearances = Style.Role.allCases.map { table[$0] ?? Appearance() }
  }

  /// The appearance of a role with the emphasis of its style.
  public func appearance(of style: Style) -> Appearance {
    let index = Int(style.role.rawValue)
    var result = index < appearances.count ? appearances[index] : Appearance()
    result.emphasis.formUnion(style.emphasis)
    if !hasItalics {
      if style.emphasis.contains(.italic) { result.emphasis.insert(.underline) }
      result.emphasis.remove(.italic)
    }
    return result
  }

  /// All themes, the default first.
  public static let all = [dark, light, terminal, highContrast, monochrome]

  /// The theme of this name.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// For a dark background.
  public static let dark = Theme(
    name: "dark",
    [
      .heading: Appearance(foreground: .indexed(75, otherwise: 12), emphasis: .bold),
      .label: Appearance(foreground: .indexed(250, otherwise: 7)),
      .faint: Appearance(foreground: .indexed(244, otherwise: 8)),
      .code: Appearance(foreground: .indexed(180, otherwise: 3)),
      .mathematics: Appearance(foreground: .indexed(153, otherwise: 14)),
      .link: Appearance(foreground: .indexed(111, otherwise: 12)),
      .live: Appearance(foreground: .indexed(114, otherwise: 10)),
      .changed: Appearance(foreground: .indexed(215, otherwise: 11)),
      .error: Appearance(foreground: .indexed(203, otherwise: 9)),
      .right: Appearance(foreground: .indexed(114, otherwise: 10)),
      .wrong: Appearance(foreground: .indexed(203, otherwise: 9)),
      .frame: Appearance(foreground: .indexed(240, otherwise: 8)),
      .callout: Appearance(foreground: .indexed(109, otherwise: 6)),
      .caution: Appearance(foreground: .indexed(215, otherwise: 11)),
      .keyword: Appearance(foreground: .indexed(176, otherwise: 13)),
      .string: Appearance(foreground: .indexed(114, otherwise: 10)),
      .comment: Appearance(foreground: .indexed(244, otherwise: 8), emphasis: .italic),
      .number: Appearance(foreground: .indexed(216, otherwise: 11)),
      .series1: Appearance(foreground: .indexed(111, otherwise: 12)),
      .series2: Appearance(foreground: .indexed(215, otherwise: 11)),
      .series3: Appearance(foreground: .indexed(114, otherwise: 10)),
      .series4: Appearance(foreground: .indexed(176, otherwise: 13)),
      .note: Appearance(foreground: .indexed(221, otherwise: 11)),
      .status: Appearance(
        foreground: .indexed(252, otherwise: 7), background: .indexed(236, otherwise: 0)),
    ])

  /// For a light background.
  public static let light = Theme(
    name: "light",
    [
      .heading: Appearance(foreground: .indexed(25, otherwise: 4), emphasis: .bold),
      .label: Appearance(foreground: .indexed(238, otherwise: 0)),
      .faint: Appearance(foreground: .indexed(243, otherwise: 8)),
      .code: Appearance(foreground: .indexed(94, otherwise: 5)),
      .mathematics: Appearance(foreground: .indexed(24, otherwise: 4)),
      .link: Appearance(foreground: .indexed(25, otherwise: 4)),
      .live: Appearance(foreground: .indexed(28, otherwise: 2)),
      .changed: Appearance(foreground: .indexed(130, otherwise: 1)),
      .error: Appearance(foreground: .indexed(124, otherwise: 1)),
      .right: Appearance(foreground: .indexed(28, otherwise: 2)),
      .wrong: Appearance(foreground: .indexed(124, otherwise: 1)),
      .frame: Appearance(foreground: .indexed(249, otherwise: 8)),
      .callout: Appearance(foreground: .indexed(30, otherwise: 6)),
      .caution: Appearance(foreground: .indexed(130, otherwise: 1)),
      .keyword: Appearance(foreground: .indexed(90, otherwise: 5)),
      .string: Appearance(foreground: .indexed(28, otherwise: 2)),
      .comment: Appearance(foreground: .indexed(243, otherwise: 8), emphasis: .italic),
      .number: Appearance(foreground: .indexed(130, otherwise: 1)),
      .series1: Appearance(foreground: .indexed(25, otherwise: 4)),
      .series2: Appearance(foreground: .indexed(130, otherwise: 1)),
      .series3: Appearance(foreground: .indexed(28, otherwise: 2)),
      .series4: Appearance(foreground: .indexed(90, otherwise: 5)),
      .note: Appearance(foreground: .indexed(130, otherwise: 3)),
      .status: Appearance(
        foreground: .indexed(235, otherwise: 0), background: .indexed(254, otherwise: 7)),
    ])

  /// The sixteen colours that the terminal's owner chose, on whatever background.
  public static let terminal = Theme(
    name: "terminal",
    [
      .heading: Appearance(foreground: .terminal(4), emphasis: .bold),
      .faint: Appearance(emphasis: .dim),
      .code: Appearance(foreground: .terminal(3)),
      .mathematics: Appearance(foreground: .terminal(6)),
      .link: Appearance(foreground: .terminal(4), emphasis: .underline),
      .live: Appearance(foreground: .terminal(2)),
      .changed: Appearance(foreground: .terminal(3), emphasis: .bold),
      .error: Appearance(foreground: .terminal(1), emphasis: .bold),
      .right: Appearance(foreground: .terminal(2), emphasis: .bold),
      .wrong: Appearance(foreground: .terminal(1), emphasis: .bold),
      .frame: Appearance(emphasis: .dim),
      .callout: Appearance(foreground: .terminal(6)),
      .caution: Appearance(foreground: .terminal(3), emphasis: .bold),
      .keyword: Appearance(foreground: .terminal(5)),
      .string: Appearance(foreground: .terminal(2)),
      .comment: Appearance(emphasis: .dim),
      .number: Appearance(foreground: .terminal(3)),
      .series1: Appearance(foreground: .terminal(4)),
      .series2: Appearance(foreground: .terminal(3)),
      .series3: Appearance(foreground: .terminal(2)),
      .series4: Appearance(foreground: .terminal(5)),
      .note: Appearance(foreground: .terminal(3), emphasis: .bold),
      .status: Appearance(emphasis: .reverse),
    ])

  /// Only the terminal's strongest differences.
  public static let highContrast = Theme(
    name: "contrast",
    [
      .heading: Appearance(emphasis: [.bold, .underline]),
      .label: Appearance(emphasis: .bold),
      .code: Appearance(foreground: .terminal(11)),
      .mathematics: Appearance(foreground: .terminal(14)),
      .link: Appearance(foreground: .terminal(14), emphasis: .underline),
      .live: Appearance(foreground: .terminal(10), emphasis: .underline),
      .changed: Appearance(foreground: .terminal(11), emphasis: [.bold, .underline]),
      .error: Appearance(foreground: .terminal(9), emphasis: .bold),
      .right: Appearance(foreground: .terminal(10), emphasis: .bold),
      .wrong: Appearance(foreground: .terminal(9), emphasis: .bold),
      .callout: Appearance(foreground: .terminal(14), emphasis: .bold),
      .caution: Appearance(foreground: .terminal(11), emphasis: .bold),
      .keyword: Appearance(emphasis: .bold),
      .string: Appearance(foreground: .terminal(10)),
      .number: Appearance(foreground: .terminal(11)),
      .series1: Appearance(foreground: .terminal(14)),
      .series2: Appearance(foreground: .terminal(11)),
      .series3: Appearance(foreground: .terminal(10)),
      .series4: Appearance(foreground: .terminal(13)),
      .note: Appearance(foreground: .terminal(11), emphasis: .bold),
      .status: Appearance(emphasis: .reverse),
    ])

  /// No colours at all: NO_COLOR, a printer, a terminal without them.
  public static let monochrome = Theme(
    name: "mono",
    [
      .heading: Appearance(emphasis: .bold),
      .faint: Appearance(emphasis: .dim),
      .live: Appearance(emphasis: .underline),
      .changed: Appearance(emphasis: [.bold, .underline]),
      .error: Appearance(emphasis: .bold),
      .right: Appearance(emphasis: .bold),
      .wrong: Appearance(emphasis: .bold),
      .frame: Appearance(emphasis: .dim),
      .callout: Appearance(emphasis: .bold),
      .caution: Appearance(emphasis: .bold),
      .keyword: Appearance(emphasis: .bold),
      .comment: Appearance(emphasis: .dim),
      .note: Appearance(emphasis: .bold),
      .status: Appearance(emphasis: .reverse),
    ])
}
