import Content
import Engine

/// A machine or a model with its figures.
struct ProfileReport: Encodable {
  /// What is computed from figures: `peak.fp16` over the bandwidth of the memory.
  struct Ridge: Encodable {
    /// The peak that it belongs to.
    var peak: String
    var value: Double
    var unit: String
    var text: String
  }

  var id: String
  var name: String
  var kind: String
  var category: String?
  var year: Int?
  var figures: [FigureReport]
  var ridgePoints: [Ridge]
  var covers: [String]

  private enum CodingKeys: String, CodingKey {
    case id, name, kind, year, figures, covers
    case category = "class"
    case ridgePoints = "ridge_points"
  }

  init(_ profile: Profile, in workbook: Workbook) {
    let format = NumberFormat(units: workbook.library.units)
    id = profile.id
    name = profile.name
    kind = profile.kind.rawValue
    category = profile.category
    year = profile.year
    covers = profile.covers
    let paths = profile.figures.keys.sorted()
    figures = paths.compactMap { path in
      profile.figures[path].map { FigureReport(path, $0, library: workbook.library) }
    }
    ridgePoints = paths.filter { $0.hasPrefix("peak.") }.compactMap { peak in
      let formula = "\(profile.id).\(peak) / \(profile.id).memory.bandwidth"
      guard case .quantity(let quantity)? = (try? workbook.evaluate(formula))?.value else { return nil }
      let (number, unit) = format.number(quantity)
      return Ridge(peak: peak, value: number, unit: unit, text: format.text(quantity))
    }
  }

  func figure(_ path: String) -> FigureReport? { figures.first { $0.name == path } }

  /// For people: figures with their origin, notes below them, computed values, sources.
  func text(in book: Book, width: Int) -> String {
    let about = [category, year.map(String.init)].compactMap(\.self).joined(separator: ", ")
    var text = paragraph("\(name) (\(id))", width: width)
    if !about.isEmpty { text += about + "\n" }
    text += "\n"
    let column = figures.map(\.name.count).max() ?? 0
    let rows = figures.map { [$0.name, $0.text, $0.origin, $0.source ?? ""] }
    // One table gives all rows their widths; notes stand between its lines.
    let widths = (0..<4).map { index in rows.map { $0[index].count }.max() ?? 0 }
    let isWide = widths.reduce(0, +) + 8 > width
    for (row, figure) in zip(rows, figures) {
      var line = "  " + row[0] + spaces(column - row[0].count)
      line += "  " + row[1] + spaces(widths[1] - row[1].count)
      line += "  " + row[2]
      if !isWide { line += spaces(widths[2] - row[2].count) + "  " + row[3] }
      text += line.trimmedAtEnd + "\n"
      let note = [isWide ? row[3] : "", figure.note ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
      if !note.isEmpty { text += paragraph(note, indent: 6, width: width) }
    }
    if !ridgePoints.isEmpty {
      text += "\nRidge points, computed\n"
      text += TextTable(rows: ridgePoints.map { [$0.peak, $0.text] }, indent: 2).text(width: width)
    }
    let sources = book.sources(of: figures.map(\.source), width: width)
    if !sources.isEmpty { text += "\nSources\n" + sources }
    return text
  }
}
