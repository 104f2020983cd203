import Engine

/// What the pages about values, figures and places have in common.
extension PageAddress {
  /// The calculator and the value that a page is about: `derivation/ch06-kv.total`.
  public var subject: (calculator: String, value: String?)? {
    guard let text = path.first else { return nil }
    guard let dot = text.lastIndex(of: ".") else { return (text, nil) }
    return (String(text[..<dot]), String(text[text.index(after: dot)...]))
  }

  /// An address about a value of a calculator.
  public init(_ kind: String, of value: String, in calculator: String, options: [String: String] = [:]) {
    self.init(kind, "\(calculator).\(value)", options: options)
  }

  /// The page of a figure: its machine's or model's, or the one of all constants.
  public init?(figure id: String, in library: Library) {
    if library.constants[id] != nil {
      self.init("constants")
    } else if let dot = id.firstIndex(of: "."), let profile = library.profiles[String(id[..<dot])] {
      self.init(profile.kind.rawValue, profile.id)
    } else {
      return nil
    }
  }

  /// Goes to a place in a chapter.
  init(_ place: BookPlace) { self.init("at", place.chapter, String(place.block)) }
}

extension Book {
  /// A calculator's title, as a link to where it stands.
  func link(toCalculator id: String) -> Inline {
    let title = workbook.calculator(id)?.title ?? id
    return place(ofCalculator: id).map { .link(to: PageAddress($0), title) } ?? .text(title)
  }

  /// `5.15`; nil for one that stands in no numbered chapter, or is folded.
  func number(ofCalculator id: String) -> String? {
    for chapter in readChapters {
      guard let anchor = chapter.anchors.first(where: { $0.id == id }) else { continue }
      return anchor.label.split(separator: " ").last.flatMap { $0.contains(".") ? String($0) : nil }
    }
    return nil
  }

  /// What a constant or a figure of a machine or model is called: `memory of NVIDIA T4`; the id of one that there is not.
  public func title(ofFigure id: String) -> String { title(ofFigure: id, inputs: []) ?? id }

  /// A value's label, as a link to its derivation.
  func link(toValue name: String, in calculator: String) -> Inline {
    .link(to: PageAddress("derivation", of: name, in: calculator), label(of: name, in: calculator))
  }

  /// What an author calls an input or output, or a figure that a calculator reads; its name where it has no label.
  public func label(of name: String, in calculator: String) -> String {
    let cell = workbook.calculator(calculator)
    return cell?.inputs.first { $0.name == name }?.label ?? cell?.outputs.first { $0.name == name }?.label
      ?? title(ofFigure: name, inputs: cell?.inputs ?? []) ?? name
  }

  /// `memory bandwidth` of `hw.memory.bandwidth`, `memory bandwidth of NVIDIA T4` of a figure that is read by its id.
  private func title(ofFigure name: String, inputs: [Input]) -> String? {
    if let constant = workbook.library.constants[name] { return constant.title }
    guard let dot = name.firstIndex(of: ".") else { return nil }
    let owner = String(name[..<dot])
    let title = Profile.title(ofFigure: String(name[name.index(after: dot)...]))
    if inputs.contains(where: { $0.name == owner }) {
      let isOnlyOne = inputs.count { if case .profile = $0.kind { true } else { false } } == 1
      return isOnlyOne ? title : "\(title), \(inputs.first { $0.name == owner }?.shownName ?? owner)"
    }
    return workbook.library.profiles[owner].map { "\(title) of \($0.name)" }
  }

  /// A page that says why there is nothing to show.
  static func empty(_ title: String, _ words: String) -> Chapter {
    var builder = PageBuilder(title: title)
    builder.paragraph(words)
    return builder.page
  }

  /// The calculator and the value that an address is about; the page that says why there is none.
  func subject(of address: PageAddress) -> (calculator: Calculator, value: String)? {
    guard let (id, name) = address.subject, let calculator = workbook.calculator(id) else { return nil }
    guard let value = name ?? calculator.outputs.first?.name,
      workbook.inline("\(id).\(value)", near: nil).name != nil
    else { return nil }
    return (calculator, value)
  }
}

extension PageBuilder {
  /// The box of a calculator, in which inputs can be changed.
  ///
  /// - Parameters:
  ///   - number: the one that it has in its chapter.
  ///   - outputs: those that are shown; all when nil.
  mutating func panel(_ calculator: Calculator, number: String?, outputs: [String]? = nil) {
    var block = CalculatorBlock(id: calculator.id, title: calculator.title, range: .generated)
    block.number = number
    // A value that is no output has no row of its own.
    block.outputs = outputs?.filter { name in calculator.outputs.contains { $0.name == name } }
    add(.calculator(block))
  }

  /// A figure of numbers that are reckoned already, as high as the screen allows.
  mutating func plot(_ data: PlotData, caption: [Inline] = [], alternative: String = "") {
    var block = PlotBlock(
      id: nil, caption: caption, alternative: alternative, specification: .given(data), body: "",
      range: .generated)
    block.fitsScreen = true
    add(.plot(block))
  }
}

extension Array where Element == [Inline] {
  /// The pieces with ` · ` between them.
  public var listed: [Inline] {
    enumerated().flatMap { index, piece in (index > 0 ? [.text("\u{A0}· ")] : []) + piece }
  }
}

extension String {
  /// A topic as a heading: `Neural networks` of `neural-networks`.
  var topicTitle: String { split(separator: "-").joined(separator: " ").sentenceCase }
}
