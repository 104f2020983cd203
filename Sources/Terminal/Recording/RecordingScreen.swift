import Typesetting

/// A screen without a terminal, for tests: it takes its events from a script and keeps every frame as plain text.
///
/// ```swift
/// let screen = RecordingScreen(columns: 80, rows: 24, events: [.key(.character("j")), .key(.character("q"))])
/// reader.run(on: screen)
/// print(screen.frames.last ?? "")
/// ```
public final class RecordingScreen: Screen {
  public private(set) var size: ScreenSize
  public let isUnicode: Bool
  public let waker = Waker {}
  /// Every frame that was drawn, one row a line, without trailing spaces.
  public private(set) var frames: [String] = []
  /// The last frame as it was drawn.
  public private(set) var lastFrame: Frame?
  /// How often the program was stopped or gave the terminal away.
  public private(set) var suspensions = 0
  /// Texts that were copied.
  public private(set) var clipboard: [String] = []
  /// Whether it has a clipboard.
  public var hasClipboard = true
  private var events: ArraySlice<Event>

  /// A screen that gives out `events` and then `.end`.
  public init(columns: Int, rows: Int, isUnicode: Bool = true, events: [Event] = []) {
    size = ScreenSize(columns: columns, rows: rows)
    self.isUnicode = isUnicode
    self.events = events[...]
  }

  public func draw(_ frame: Frame) {
    lastFrame = frame
    frames.append(frame.plainText(columns: size.columns))
  }

  public func nextEvent(whenIdle: () -> Void) -> Event {
    whenIdle()
    guard let event = events.popFirst() else { return .end }
    if case .resize(let size) = event { self.size = size }
    return event
  }

  public func suspended(_ body: () -> Void) {
    suspensions += 1
    body()
  }
  public func stop() { suspensions += 1 }
  public func redraw() {}
  public func copy(_ text: String) -> Bool {
    guard hasClipboard else { return false }
    clipboard.append(text)
    return true
  }
  public func setMouse(_ isOn: Bool) {}
  /// How often the terminal was asked for its background.
  public private(set) var backgroundQuestions = 0
  public func askBackground() { backgroundQuestions += 1 }
  /// The name of the theme that was asked for last.
  public private(set) var theme: String?
  public func setTheme(_ theme: Theme) { self.theme = theme.name }
}
