extension Block {
  /// Its text in bytes, with an allowance for what is drawn: how much of a chapter it is.
  public var weight: Int {
    var weight = 0
    walk { block in
      switch block {
      case .calculator: weight += 400
      case .moreNumbers: weight += 40
      case .plot: weight += 600
      case .figure(let figure): weight += figure.lines.reduce(0) { $0 + $1.utf8.count }
      case .code(let code): weight += code.text.utf8.count
      case .formula, .equation: weight += 120
      case .table(let table): weight += table.selection == nil ? 0 : 2000
      case .heading, .paragraph, .list, .quote, .rule, .division, .question, .selfCheck, .problem, .html:
        break
      }
    }
    walk(inlines: { inline in
      weight += inline.ownText.utf8.count
      if case .live = inline { weight += 6 }
    })
    return weight
  }
}
