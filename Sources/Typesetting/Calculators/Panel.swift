import Engine

/// What a calculator's panel shows.
struct Panel {
  /// An input: a row of the left column.
  struct Field {
    var name: String
    var label: String
    var text: String
    /// The author's value, where the present one differs.
    var authored: String?
    var error: String?
  }

  /// An output: a row of the right column.
  struct Reading {
    var name: String
    var label: String
    var text: String
    /// The author's value, where the present one is written differently.
    var authored: String?
    /// Why there is no value, with what to do.
    var error: String?
    /// From 0 to 1, where it can be compared with others.
    var share: Double?
    /// Whether it is a text or a list, which stands at the left of the numbers' column.
    var isText = false
  }

  var id: String
  var title: String
  var number: String?
  var fields: [Field]
  var readings: [Reading]
  var notes: [String] = []
  /// What the present machine or model lacks, and how many values that leaves empty.
  var missing: [String] = []
  /// What is wrong with the calculator as a whole.
  var problems: [String] = []

  init(
    id: String, title: String, number: String?, fields: [Field], readings: [Reading], notes: [String] = []
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.fields = fields
    self.readings = readings
    self.notes = notes
  }

  init(id: String, title: String, number: String?, result: CalculatorResult, notes: [String]) {
    let shares = Self.shares(of: result.outputs)
    self.init(
      id: id, title: title, number: number,
      fields: result.inputs.map { input in
        Field(
          name: input.name, label: input.label.isEmpty ? input.name : input.label, text: input.text,
          authored: input.isChanged ? input.authored : nil,
          error: input.missing == nil ? input.error.map(Self.message) : nil)
      },
      readings: zip(result.outputs, shares).map { output, share in
        Reading(
          name: output.name, label: output.label.isEmpty ? output.name : output.label, text: output.text,
          authored: output.isChanged && output.authored != output.text ? output.authored : nil,
          error: output.missing == nil ? output.error.map(Self.message) : nil,
          share: share, isText: Self.isText(output.value))
      },
      notes: notes)
    missing = result.missing
  }

  private static func isText(_ value: Value?) -> Bool {
    switch value {
    case .quantity, nil: false
    case .truth, .text, .list, .profile: true
    }
  }

  static func message(_ diagnostic: Diagnostic) -> String {
    guard let hint = diagnostic.hint, !hint.isEmpty else { return diagnostic.message }
    return diagnostic.message + (diagnostic.message.hasSuffix(".") ? " " : "; ") + hint
  }

  /// Each output as a part of the largest, for outputs of the dimension that most of them have; plain numbers are not
  /// compared.
  private static func shares(of outputs: [OutputResult]) -> [Double?] {
    var sizes: [Dimension: (count: Int, largest: Double)] = [:]
    let quantities = outputs.map { output -> Quantity? in
      guard output.error == nil, case .quantity(let quantity)? = output.value, quantity.dimension != .one,
        quantity.magnitude.isFinite, quantity.magnitude >= 0
      else { return nil }
      return quantity
    }
    for case let quantity? in quantities {
      let known = sizes[quantity.dimension] ?? (0, 0)
      sizes[quantity.dimension] = (known.count + 1, max(known.largest, quantity.magnitude))
    }
    let most = sizes.values.map(\.count).max() ?? 0
    let winners = sizes.filter { $0.value.count == most }
    guard most >= 2, winners.count == 1, let (dimension, size) = winners.first, size.largest > 0 else {
      return quantities.map { _ in nil }
    }
    return quantities.map { quantity in
      guard let quantity, quantity.dimension == dimension else { return nil }
      return quantity.magnitude / size.largest
    }
  }
}
