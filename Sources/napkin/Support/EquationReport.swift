import Content
import Engine
import Typesetting

/// What `equations ID` prints.
struct EquationReport: Encodable {
  struct Symbol: Encodable {
    var symbol: String
    var meaning: String
    /// The unit of the parameter, where the equation can be evaluated.
    var unit: String?
  }

  var id: String
  var name: String
  var topic: String?
  var tex: String
  var symbols: [Symbol]
  var assumes: String?
  var source: String?
  /// Whether it can be evaluated.
  var computable: Bool
  /// How formulas call it: `ridge(R_peak: FLOP/s, BW: B/s) -> FLOP/B`.
  var signature: String?
  var covers: [String]

  init(_ equation: Equation, in book: Book) {
    let signature = book.workbook.library.signature(of: equation.id)
    let units = Dictionary(signature?.parameters.map { ($0.name, $0.unit?.text) } ?? []) { first, _ in first }
    id = equation.id
    name = equation.name
    topic = equation.topic
    tex = equation.tex
    symbols = equation.symbols.map {
      Symbol(symbol: $0.symbol, meaning: $0.meaning, unit: units[$0.symbol].flatMap(\.self))
    }
    assumes = equation.assumes
    source = equation.source
    computable = signature != nil
    self.signature = signature.map { signature in
      let parameters = signature.parameters.map { parameter in
        parameter.name + (parameter.unit.map { ": \($0.text)" } ?? "")
      }
      return "\(signature.name)(\(parameters.joined(separator: ", ")))"
        + (signature.result.map { " -> \($0.text)" } ?? "")
    }
    covers = equation.covers
  }

  /// For people.
  func text(in book: Book, width: Int) -> String {
    var text = paragraph(name, width: width) + "\n"
    for line in Mathematics(tex: tex).display(width: width - 4).lines {
      text += line.isEmpty ? "\n" : "    \(line)\n"
    }
    if !symbols.isEmpty {
      text +=
        "\n"
        + TextTable(
          rows: symbols.map { [$0.symbol, $0.meaning, $0.unit.map { $0 == "1" ? "" : $0 } ?? ""] }, indent: 2
        ).text(width: width)
    }
    if let assumes { text += "\n" + paragraph("Assumes: \(assumes).", indent: 2, width: width) }
    if let source { text += paragraph("Source: \(book.citation(source)).", indent: 2, width: width) }
    if let signature {
      text += "\n" + paragraph(signature, indent: 2, width: width)
      let arguments = book.workbook.library.signature(of: id)?.parameters.map { "\($0.name)=…" } ?? []
      text += paragraph("napkin calc \(id) \(arguments.joined(separator: " "))", indent: 2, width: width)
    } else {
      text += "\n" + paragraph("It is only set and can not be evaluated.", indent: 2, width: width)
    }
    return text
  }
}
