extension Session {
  /// What was pasted goes into the field that takes text as if it had been typed, and never presses Enter.
  mutating func paste(_ text: String) {
    guard takesPaste else {
      say("What was pasted is dropped: no field for text is open.")
      return
    }
    let line = text.inOneLine
    if !line.isEmpty { edit(.paste(line)) }
  }

  private var takesPaste: Bool {
    switch state.place {
    case .naming: false
    case .panel: state.panel?.input != nil
    case .gaps: true
    default: state.place.takesText
    }
  }
}

extension Request {
  /// Whether it puts text into a field.
  var isText: Bool {
    switch self {
    case .type, .paste: true
    default: false
    }
  }
}

extension String {
  /// Lines one after the other, without the line ends around them.
  fileprivate var inOneLine: String {
    let isLineEnd: (Character) -> Bool = { $0.isNewline }
    let text = drop(while: isLineEnd).reversed().drop(while: isLineEnd).reversed()
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
