/// A block of a page. Each kind is a value type in a file of its own.
public indirect enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(ListBlock)
  case quote(Quote)
  case code(CodeBlock)
  case table(Table)
  case rule(Rule)
  case html(HTMLBlock)
  case formula(Formula)
  case division(Division)
  case calculator(CalculatorBlock)
  case figure(FigureBlock)
  case plot(PlotBlock)
  case equation(EquationBlock)
  case question(Question)
  case moreNumbers(MoreNumbers)
  case selfCheck(SelfCheck)
  case problem(ProblemBlock)

  /// Where it stands in its file.
  public var range: SourceRange {
    switch self {
    case .heading(let block): block.range
    case .paragraph(let block): block.range
    case .list(let block): block.range
    case .quote(let block): block.range
    case .code(let block): block.range
    case .table(let block): block.range
    case .rule(let block): block.range
    case .html(let block): block.range
    case .formula(let block): block.range
    case .division(let block): block.range
    case .calculator(let block): block.range
    case .figure(let block): block.range
    case .plot(let block): block.range
    case .equation(let block): block.range
    case .question(let block): block.range
    case .moreNumbers(let block): block.range
    case .selfCheck(let block): block.range
    case .problem(let block): block.range
    }
  }
}
