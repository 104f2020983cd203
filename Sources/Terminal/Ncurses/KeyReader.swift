import CNcurses

/// Reads keys, pastes and mouse events that are waiting, and gives them the names of ``Event``.
struct KeyReader {
  private let source: KeySource
  /// Whether the last call of ``next()`` read anything, be it no event.
  private(set) var hasRead = false
  /// Until when an answer of the terminal is likely, in nanoseconds of the system's clock; 0 where none is awaited.
  private(set) var awaitsUntil: UInt64 = 0
  /// The paste that has begun and not ended.
  private var paste: PasteReader?
  /// When the last character of the paste came, in nanoseconds of the system's clock.
  private var lastPasted: UInt64 = 0

  init(_ source: KeySource) { self.source = source }

  /// Notes that the terminal was asked something: an escape character may then begin its answer.
  mutating func awaitAnswer(seconds: Double) { awaitsUntil = source.now() + UInt64(seconds * 1e9) }

  var isAwaiting: Bool { awaitsUntil > 0 && source.now() < awaitsUntil }

  /// Whether what is read goes into a paste.
  var isInPaste: Bool { paste != nil }

  /// Milliseconds until the paste that has begun is over although its end did not come; nil outside of one.
  var patience: Int32? {
    guard isInPaste else { return nil }
    let waited = (source.now() &- lastPasted) / 1_000_000
    return waited < PasteReader.patience ? Int32(PasteReader.patience - waited) : 0
  }

  /// The next event that is waiting, without blocking; nil when there is none.
  mutating func next() -> Event? {
    hasRead = false
    while true {
      if isInPaste { return pasted() }
      switch read() {
      case nil: return nil
      case .function(let code)?: if let event = function(code) { return event }
      case .character(27)?: if let event = afterEscape() { return event }
      case .character(let code)?: if let key = plain(code) { return .key(key) }
      }
    }
  }

  private mutating func read() -> KeySource.Code? {
    let code = source.next()
    if code != nil { hasRead = true }
    return code
  }

  /// Reads on in the paste: all of it once its end is there, or was waited for in vain.
  private mutating func pasted() -> Event? {
    while let code = read() {
      lastPasted = source.now()
      switch code {
      case .function(KEY_MOUSE): _ = mouse()
      case .function: break
      case .character(let code): if paste?.take(code) == true { return endPaste() }
      }
    }
    return patience == 0 ? endPaste() : nil
  }

  private mutating func endPaste() -> Event? {
    defer { paste = nil }
    return paste.map { .paste($0.text) }
  }

  private mutating func beginPaste() {
    paste = PasteReader()
    lastPasted = source.now()
  }

  private func plain(_ code: UInt32) -> Key? {
    switch code {
    case 9: .tab
    case 10, 13: .enter
    case 8, 127: .backspace
    case 0: .control(" ")
    case 1...26: Unicode.Scalar(code + 96).map { .control(Character($0)) }
    case 28...31: Unicode.Scalar(code + 64).map { .control(Character($0)) }
    default: Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private static let functions: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_PPAGE: .pageUp,
    KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight,
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
  ]

  private func function(_ code: Int32) -> Event? {
    if code == KEY_MOUSE { return mouse() }
    if let key = Self.functions[code] { return .key(key) }
    if (KEY_F0...KEY_F0 + 63).contains(code) { return .key(.function(Int(code - KEY_F0))) }
    return nil
  }

  private func mouse() -> Event? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let kinds: [(mmask_t, MouseEvent.Kind)] = [
      (napkin_mouse_presses(), .click), (napkin_mouse_wheel_up(), .wheelUp),
      (napkin_mouse_wheel_down(), .wheelDown),
    ]
    guard let kind = kinds.first(where: { event.bstate & $0.0 != 0 })?.1 else { return nil }
    return .mouse(MouseEvent(kind, row: Int(event.y), column: Int(event.x)))
  }

  /// What follows an escape character within ESCDELAY: nothing, a key held with Alt, or a sequence that the terminal
  /// database does not know, which is skipped as a whole so that its letters do nothing.
  private mutating func afterEscape() -> Event? {
    // On a slow line the answer of a terminal comes in pieces.
    switch code(within: isAwaiting ? BackgroundColor.patience : 0) {
    case nil: return .key(.escape)
    case .function?: return nil
    case .character(0x5D)?: return command()
    case .character(let code)?: return key(afterEscape: code).map(Event.key)
    }
  }

  private mutating func key(afterEscape code: UInt32) -> Key? {
    switch code {
    case 27: return .escape
    case 0x5B: return sequence()
    case 0x4F:
      guard let letter = read() else { return .alt("O") }
      guard case .character(let letter) = letter else { return nil }
      return Self.finals[letter]
    case 9, 10, 13: return nil
    default:
      return Unicode.Scalar(code).flatMap { $0.value >= 32 ? .alt(Character($0)) : nil }
    }
  }

  /// What follows ESC ]: the answer of a terminal, which is never read as keys; else the key held with Alt.
  private mutating func command() -> Event? {
    guard let first = character(within: isAwaiting ? BackgroundColor.patience : 0) else {
      return .key(.alt("]"))
    }
    let text = BackgroundColor.readSequence(first: first) { character(within: BackgroundColor.patience) }
    awaitsUntil = 0
    return BackgroundColor.isLight(text).map { .background(isLight: $0) }
  }

  private mutating func code(within milliseconds: Int32) -> KeySource.Code? {
    if let code = read() { return code }
    return milliseconds > 0 && source.hasInput(milliseconds) ? read() : nil
  }

  private mutating func character(within milliseconds: Int32) -> UInt32? {
    guard case .character(let code)? = code(within: milliseconds) else { return nil }
    return code
  }

  private static let finals: [UInt32: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x48: .home, 0x46: .end, 0x5A: .backTab,
  ]

  /// What follows ESC [. On a slow line its rest comes later, and is no text.
  private mutating func sequence() -> Key? {
    var parameters = ""
    for _ in 0..<64 {
      guard let code = character(within: BackgroundColor.patience) else {
        return parameters.isEmpty ? .alt("[") : nil
      }
      if (0x40...0x7E).contains(code) {
        if parameters == "1;2", code == 0x44 { return .shiftLeft }
        if parameters == "1;2", code == 0x43 { return .shiftRight }
        if parameters == PasteReader.begin, code == 0x7E { beginPaste() }
        return parameters.isEmpty ? Self.finals[code] : nil
      }
      if let scalar = Unicode.Scalar(code) { parameters.unicodeScalars.append(scalar) }
    }
    return nil
  }
}
