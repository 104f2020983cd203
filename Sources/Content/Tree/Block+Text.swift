extension Block {
  /// Visits all inlines of the block and of the blocks in it.
  public func walk(inlines: (Inline) -> Void) {
    walk { block in
      for run in block.inlineRuns { run.forEach { $0.walk(inlines) } }
    }
  }
}

extension Inline {
  /// Its own text, without that of the pieces in it.
  public var ownText: String {
    switch self {
    case .text(let text), .code(let text), .mathematics(let text): text
    case .softBreak, .lineBreak: " "
    default: ""
    }
  }
}
