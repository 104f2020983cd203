import Content
import Engine

/// A figure of a profile, or a constant, with where it is from.
struct FigureReport: Encodable {
  var name: String
  /// In `unit`.
  var value: JSONValue
  var unit: String?
  /// For people, with all its digits.
  var text: String
  var source: String?
  var kind: String?
  var year: Int?
  var note: String?

  init(_ name: String, _ figure: Figure, library: Library) {
    self.name = name
    text = library.text(of: figure)
    if case .quantity(let quantity) = figure.value {
      let (number, unit) = NumberFormat(units: library.units).number(quantity)
      value = .number(number)
      self.unit = unit
    } else {
      value = JSONValue(figure.value)
    }
    source = figure.source
    kind = figure.kind?.rawValue
    year = figure.year
    note = figure.note
  }

  /// `datasheet 2022`.
  var origin: String { [kind, year.map(String.init)].compactMap(\.self).joined(separator: " ") }
}

extension Book {
  var format: NumberFormat { NumberFormat(units: workbook.library.units) }

  /// The sources of some figures, each once, a line for people: its key and what it is.
  func sources(of keys: [String?], width: Int) -> String {
    let keys = Set(keys.compactMap(\.self)).sorted()
    guard !keys.isEmpty else { return "" }
    return TextTable(rows: keys.map { [$0, citation($0)] }, indent: 2).text(width: width)
  }
}
