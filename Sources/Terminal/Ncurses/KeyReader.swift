import CNcurses
import Dispatch

/// Reads keys and mouse events that are waiting, and gives them the names of ``Event``.
struct KeyReader {
  private let terminal: Terminal
  /// Until when an answer of the terminal is likely, in nanoseconds of the system's clock; 0 where none is awaited.
  private(set) var awaitsUntil: UInt64 = 0

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Notes that the terminal was asked something: an escape character may then begin its answer.
  mutating func awaitAnswer(seconds: Double) { awaitsUntil = now + UInt64(seconds * 1e9) }

  var isAwaiting: Bool { awaitsUntil > 0 && now < awaitsUntil }

  private var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  /// The next event that is waiting, without blocking; nil when there is none.
  mutating func next() -> Event? {
    while true {
      var code: wint_t = 0
      let status = get_wch(&code)
      if status == ERR { return nil }
      if status == KEY_CODE_YES {
        if let event = function(Int32(bitPattern: code)) { return event }
        continue
      }
      if code == 27 {
        if let event = afterEscape() { return event }
        continue
      }
      if let key = plain(code) { return .key(key) }
    }
  }

  private func plain(_ code: wint_t) -> Key? {
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
    var code: wint_t = 0
    var status = get_wch(&code)
    // On a slow line the answer of a terminal comes in pieces.
    if status == ERR, isAwaiting, terminal.hasInput(within: BackgroundColor.patience) {
      status = get_wch(&code)
    }
    if status == ERR { return .key(.escape) }
    if status == KEY_CODE_YES { return nil }
    if code == 0x5D { return command() }
    return key(afterEscape: code).map(Event.key)
  }

  private func key(afterEscape code: wint_t) -> Key? {
    switch code {
    case 27: return .escape
    case 0x5B: return sequence()
    case 0x4F:
      var letter: wint_t = 0
      if get_wch(&letter) == ERR { return .alt("O") }
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

  private func character(within milliseconds: Int32) -> UInt32? {
    var code: wint_t = 0
    var status = get_wch(&code)
    if status == ERR, terminal.hasInput(within: milliseconds) { status = get_wch(&code) }
    return status == OK ? UInt32(code) : nil
  }

  private static let finals: [wint_t: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x48: .home, 0x46: .end, 0x5A: .backTab,
  ]

  private func sequence() -> Key? {
    var code: wint_t = 0
    var parameters = ""
    for _ in 0..<64 {
      if get_wch(&code) == ERR { return parameters.isEmpty ? .alt("[") : nil }
      if (0x40...0x7E).contains(code) {
        if parameters == "1;2", code == 0x44 { return .shiftLeft }
        if parameters == "1;2", code == 0x43 { return .shiftRight }
        return parameters.isEmpty ? Self.finals[code] : nil
      }
      if let scalar = Unicode.Scalar(code) { parameters.unicodeScalars.append(scalar) }
    }
    return nil
  }
}
