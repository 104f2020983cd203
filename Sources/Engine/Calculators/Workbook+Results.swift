extension Workbook {
  /// The values under the present scenario; nil for an unknown id.
  public func result(of id: String) -> CalculatorResult? {
    guard let index = index(of: id) else { return nil }
    let cell = cells[index]
    let inputs = cell.calculator.inputs.indices.map { inputResult($0, cell: index) }
    let outputs = cell.calculator.outputs.map { outputResult($0, cell: index) }
    return CalculatorResult(
      inputs: inputs, outputs: outputs,
      checks: checkResults(of: index, state: current[index], isAuthored: false))
  }

  /// What stands in the place of a value that the present machine or model does not have.
  static let missingText = "—"

  var format: NumberFormat { NumberFormat(units: library.units) }

  /// A value for people; profiles by their names.
  func text(_ value: Value, unit: Unit?, digits: Int?, isExact: Bool = false) -> String {
    if case .profile(let id) = value { return library.profiles[id]?.name ?? id }
    return isExact ? format.exactText(value, unit: unit) : format.text(value, unit: unit, digits: digits)
  }

  private func inputResult(_ position: Int, cell index: Int) -> InputResult {
    let cell = cells[index]
    let input = cell.calculator.inputs[position]
    let slot = cell.inputs[position].slot
    let value = current[index].values[slot]
    let original = authored[index].values[slot]
    let number = number(value, unit: input.unit)
    return InputResult(
      name: input.name, label: input.label ?? input.name, value: value,
      text: value.map { text($0, unit: input.unit, digits: nil, isExact: true) }
        ?? (original != nil && current[index].failures[slot]?.missing != nil ? Self.missingText : ""),
      number: number?.number,
      unit: number?.unit,
      authored: original.map { text($0, unit: input.unit, digits: nil, isExact: true) } ?? "",
      isChanged: value != original,
      error: current[index].failures[slot].map { $0.known(isAuthored: original != nil) })
  }

  private func outputResult(_ output: Output, cell index: Int) -> OutputResult {
    let (value, original, error) = values(of: output.name, unit: output.unit, cell: index)
    let number = number(value, unit: output.unit)
    return OutputResult(
      name: output.name, label: output.label ?? output.name, value: value,
      text: value.map { text($0, unit: output.unit, digits: output.digits) }
        ?? (error?.missing != nil ? Self.missingText : ""), number: number?.number,
      unit: number?.unit ?? output.unit?.text,
      authored: original.map { text($0, unit: output.unit, digits: output.digits) } ?? "",
      isChanged: value != original, error: error)
  }

  private func number(_ value: Value?, unit: Unit?) -> (number: Double, unit: String)? {
    guard case .quantity(let quantity) = value else { return nil }
    return format.number(quantity, unit: unit)
  }

  /// The present and the author's value of a name, and why there is none. A value that has not the dimension it is to
  /// be shown in is none.
  func values(of name: String, unit: Unit?, cell index: Int) -> (
    value: Value?, authored: Value?, error: Diagnostic?
  ) {
    let cell = cells[index]
    guard let slot = cell.slots[name] else {
      return (nil, nil, Diagnostic(.name, "there is no value named “\(name)”"))
    }
    func shown(_ value: Value?) throws(Diagnostic) -> Value? {
      try value.map { (value) throws(Diagnostic) in try fitting(value, unit: unit, name: name, cell: cell) }
    }
    let original = (try? shown(authored[index].values[slot])) ?? nil
    do {
      let value = try shown(current[index].values[slot])
      let failure = value == nil ? current[index].failures[slot] : nil
      return (value, original, failure.map { $0.known(isAuthored: original != nil) })
    } catch {
      return (nil, original, error)
    }
  }

  private func fitting(_ value: Value, unit: Unit?, name: String, cell: Cell) throws(Diagnostic) -> Value {
    switch value {
    case .quantity(let quantity):
      guard let unit else {
        return .quantity(Quantity(quantity.magnitude, quantity.dimension == .any ? .one : quantity.dimension))
      }
      guard quantity.dimension == unit.dimension || quantity.dimension == .any else {
        let words = DimensionWords(units: library.units)
        let span = cell.calculator.outputs.first { $0.name == name }?.span ?? 0..<0
        throw Diagnostic(
          .unit,
          "“\(name)” is to be shown in \(unit.text), \(words.phrase(unit.dimension)), and is \(words.phrase(quantity.dimension))",
          hint: words.bridge(from: quantity.dimension, to: unit.dimension)?.replacing("the first", with: "it")
            .replacing("them alike", with: "it fit"), at: span)
      }
      return .quantity(Quantity(quantity.magnitude, unit.dimension))
    case .list(let items):
      var result: [Value] = []
      for item in items { result.append(try fitting(item, unit: unit, name: name, cell: cell)) }
      return .list(result)
    default: return value
    }
  }

  /// What is wrong with the declarations of inputs: bounds and defaults that do not go together, and outputs with a
  /// unit that does not fit.
  func inputProblems(of index: Int) -> [Diagnostic] {
    let cell = cells[index]
    let words = DimensionWords(units: library.units)
    var problems: [Diagnostic] = []
    for (position, (input, slot)) in zip(cell.calculator.inputs, cell.inputs).enumerated() {
      guard let value = authored[index].values[slot.slot] else { continue }
      if let choices = values(ofChoices: position, cell: index),
        !choices.contains(where: { $0.value == value })
      {
        problems.append(
          Diagnostic(
            .choice, "the value of “\(input.name)” is not among its choices",
            hint: "add \(input.defaultText) to the choices", at: input.span))
      }
      guard case .quantity(let quantity) = value else { continue }
      let others = [input.lowest, input.highest, input.unit.map { Quantity(0, $0.dimension) }].compactMap {
        $0
      }
      if let other = others.first(where: { $0.dimension != quantity.dimension }) {
        problems.append(
          Diagnostic(
            .unit,
            "“\(input.name)” is \(words.phrase(quantity.dimension)), its bounds or unit are \(words.phrase(other.dimension))",
            hint: "write them in one kind of unit", at: input.span))
        continue
      }
      if let lowest = input.lowest, let highest = input.highest, lowest.magnitude > highest.magnitude {
        problems.append(
          Diagnostic(
            .bounds, "the bounds of “\(input.name)” are the wrong way round", hint: "write the smaller first",
            at: input.span))
      } else if quantity.magnitude < (input.lowest?.magnitude ?? -.infinity)
        || quantity.magnitude > (input.highest?.magnitude ?? .infinity)
      {
        problems.append(
          Diagnostic(
            .bounds, "the value of “\(input.name)” is outside of its bounds", hint: "widen the bounds",
            at: input.span))
      }
    }
    for output in cell.calculator.outputs {
      if let error = values(of: output.name, unit: output.unit, cell: index).error,
        authored[index].failures.isEmpty
      {
        problems.append(error)
      }
    }
    return problems
  }
}
