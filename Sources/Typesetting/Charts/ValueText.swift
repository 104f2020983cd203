import Engine

/// A value with its unit as pages write it: `312 TFLOP/s`, `1.25 ms`, `45 %`, `2,000`. A unit that the engine does not
/// know follows the number as it is.
func valueText(_ value: Double, unit: String, isASCII: Bool = false) -> String {
  guard value.isFinite else { return "no value" }
  let format = NumberFormat()
  let known = unit.isEmpty ? nil : UnitTable.standard.unit(unit)
  let quantity = known.map { Quantity(value * $0.factor + $0.offset, $0.dimension) } ?? Quantity(value)
  // A unit with a prefix was chosen by the author; one without takes the prefix that fits.
  var text = format.text(quantity, unit: known?.factor == 1 ? nil : known)
  if known == nil && !unit.isEmpty { text += " " + unit }
  // Raised digits have no form in ASCII that reads well.
  if isASCII && text.contains("×10") {
    return scientificText(value, isASCII: true) + (unit.isEmpty ? "" : " " + unit)
  }
  return isASCII ? text : text.withMinusSigns
}
