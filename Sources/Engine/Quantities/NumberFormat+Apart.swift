extension NumberFormat {
  /// Numbers with as many digits, four at least, as tell them apart; whole ones with all of theirs, a dash where there is
  /// none.
  ///
  /// - Parameter unit: in which the numbers are, and which is written behind them; nil for bare numbers.
  public func texts(tellingApart values: [Double?], in unit: Unit? = nil) -> [String] {
    func texts(_ digits: Int) -> [String] {
      values.map { value in
        guard let value else { return "-" }
        let isWhole = value == value.rounded() && abs(value) < 1e9
        let quantity = unit.map { Quantity(value, in: $0) } ?? Quantity(value)
        return text(
          quantity, unit: unit, digits: isWhole ? max(digits, "\(Int(value))".count) : digits)
      }
    }
    let count = Set(values).count
    return (4...9).lazy.map(texts).first { Set($0).count == count } ?? texts(9)
  }
}
