/// A constant or a profile's figure that a calculator reads.
public struct FigureUse: Hashable, Sendable {
  /// As its formulas name it: `hw.memory.bandwidth`.
  public var name: String
  /// As overrides name it: `h100_sxm.memory.bandwidth`.
  public var id: String
}

extension Workbook {
  /// The constants and figures that a calculator reads under the present scenario, in the order of their first use. One
  /// that the library does not have is left out.
  public func figures(readBy id: String) -> [FigureUse] {
    guard let index = index(of: id) else { return [] }
    let program = cells[index].program
    return program.externals.compactMap { source, slot in
      let figure: String
      switch source {
      case .constant(let name): figure = name
      case .figure(let profile, let path): figure = "\(profile).\(path)"
      case .inputFigure(let input, let path):
        guard current[index].values.indices.contains(input),
          case .profile(let profile)? = current[index].values[input]
        else { return nil }
        figure = "\(profile).\(path)"
      case .cell: return nil
      }
      return library.figure(figure) == nil ? nil : FigureUse(name: program.names[slot], id: figure)
    }
  }

  /// The calculators whose formulas name a value of another one, in the order of the book.
  public func readers(of name: String, in id: String) -> [String] {
    dependents(of: id).filter { reader in
      guard let index = index(of: reader) else { return false }
      return cells[index].program.externals.contains { $0.source == .cell(id, name: name) }
    }
  }

  /// The calculators whose formulas call an equation, in the order of the book.
  public func callers(of equation: String) -> [String] {
    guard let name = library.signature(of: equation)?.name else { return [] }
    return cells.indices.filter { index in
      cells[index].program.functions.contains { $0.isEquation && $0.name == name }
    }.map { calculatorIDs[$0] }
  }

  /// The equations that the formulas behind some values call, by their ids.
  public func equations(calledBy id: String) -> [String] {
    guard let index = index(of: id) else { return [] }
    let called = Set(cells[index].program.functions.filter(\.isEquation).map(\.name))
    return library.equations.keys.sorted().filter { equation in
      library.signature(of: equation).map { called.contains($0.name) } ?? false
    }
  }

  /// What a figure or constant is under the present scenario, for people, with all its digits.
  public func text(ofFigure id: String) -> String? {
    guard let figure = library.figure(id) else { return nil }
    return library.text(of: figure, as: overrides[id])
  }

  /// As `text(ofFigure:)`, but with three digits, for columns that are compared: `40.1 MFLOP`, `1.57 T`.
  public func shortText(ofFigure id: String) -> String? {
    library.figure(id).map { library.shortText(of: $0, as: overrides[id]) }
  }

  /// What a figure or constant is under the present scenario, as an entry that reads back: the author's text, or what
  /// replaced it.
  public func entry(ofFigure id: String) -> String? {
    scenario.overrides[id] ?? library.figure(id)?.text
  }
}

extension Library {
  /// A figure for people with all its digits, in the unit in which its author wrote it; where that would take a number
  /// of seven digits or more, with the prefix that fits.
  ///
  /// - Parameter value: what stands in the place of the author's value.
  public func text(of figure: Figure, as value: Value? = nil) -> String {
    let value = value ?? figure.value
    guard case .quantity(let quantity) = value else {
      if case .text(let text) = value { return text }
      return figure.text
    }
    return NumberFormat(units: units).exactText(value, unit: unitOfText(of: figure, quantity))
  }

  /// The unit in which its author wrote a figure; nil where the number would be too long in it.
  private func unitOfText(of figure: Figure, _ quantity: Quantity) -> Unit? {
    let unit = unit(of: figure)
    let isLong = unit.map { quantity.dimension != .one && quantity.number(in: $0).magnitude >= 1e6 } ?? false
    return isLong ? nil : unit
  }

  /// As `text(of:as:)`, but with three digits, a count from a million on with a letter: `40.1 MFLOP`, `1.57 T`.
  public func shortText(of figure: Figure, as value: Value? = nil) -> String {
    let value = value ?? figure.value
    guard case .quantity(let quantity) = value else { return text(of: figure, as: value) }
    let format = NumberFormat(units: units)
    if quantity.dimension == .one, let short = format.shortCount(quantity.magnitude) { return short }
    return format.text(quantity, unit: unitOfText(of: figure, quantity))
  }

  /// A constant's figure, or a profile's (`h100_sxm.memory.bandwidth`).
  public func figure(_ id: String) -> Figure? {
    if let constant = constants[id] { return constant.figure }
    guard let dot = id.firstIndex(of: ".") else { return nil }
    return profiles[String(id[..<dot])]?.figures[String(id[id.index(after: dot)...])]
  }
}
