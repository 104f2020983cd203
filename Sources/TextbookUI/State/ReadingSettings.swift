/// How a reader likes the page: kept from one start to the next.
struct ReadingSettings: Hashable, Sendable {
  /// The widest text in columns; nil for the book's.
  var textWidth: Int?
  /// Columns of the margin, for which the text makes room; 0 for none, nil for what the text leaves.
  var margin: Int?
  /// Whether lines are filled to the right edge.
  var isJustified = false
  /// Whether a wide screen shows two columns of text.
  var hasColumns = false
  /// Whether the lines of listings are numbered.
  var hasLineNumbers = false
  /// The name of a theme; nil for the program's choice.
  var theme: String?
  /// The names of themes that suit terminals by their backgrounds, by the kinds of terminals, as these said last: the
  /// first page of the next start has the right colours before the answer comes.
  var backgrounds: [String: String] = [:]

  static let textWidths = 40...160
  /// Columns that one key makes the text wider or narrower.
  static let textWidthStep = 4
  static let margins = 20...60
}

extension ReadingSettings: Codable {
  private enum CodingKeys: CodingKey {
    case textWidth, margin, isJustified, hasColumns, hasLineNumbers, theme, backgrounds
  }

  /// Values that another version did not write are the standard ones.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    textWidth = try container.decodeIfPresent(Int.self, forKey: .textWidth).map {
      min(max($0, Self.textWidths.lowerBound), Self.textWidths.upperBound)
    }
    margin = try container.decodeIfPresent(Int.self, forKey: .margin).map {
      $0 <= 0 ? 0 : min(max($0, Self.margins.lowerBound), Self.margins.upperBound)
    }
    isJustified = try container.decodeIfPresent(Bool.self, forKey: .isJustified) ?? false
    hasColumns = try container.decodeIfPresent(Bool.self, forKey: .hasColumns) ?? false
    hasLineNumbers = try container.decodeIfPresent(Bool.self, forKey: .hasLineNumbers) ?? false
    theme = try container.decodeIfPresent(String.self, forKey: .theme)
    backgrounds = try container.decodeIfPresent([String: String].self, forKey: .backgrounds) ?? [:]
  }
}
