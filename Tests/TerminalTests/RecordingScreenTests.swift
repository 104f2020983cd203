import Terminal
import Testing
import Typesetting

@Suite struct RecordingScreenTests {
  @Test func givesOutItsScriptAndThenEnds() {
    let events: [Event] = [
      .key(.character("j")), .resize(ScreenSize(columns: 40, rows: 10)), .wake,
      .mouse(MouseEvent(.wheelUp, row: 1, column: 2)),
    ]
    let screen = RecordingScreen(columns: 80, rows: 24, events: events)
    #expect(screen.nextEvent() == events[0])
    #expect(screen.size == ScreenSize(columns: 80, rows: 24))
    #expect(screen.nextEvent() == events[1])
    #expect(screen.size == ScreenSize(columns: 40, rows: 10))
    #expect([screen.nextEvent(), screen.nextEvent()] == Array(events[2...]))
    #expect(screen.nextEvent() == .end)
    #expect(screen.nextEvent() == .end)
  }

  @Test func keepsEveryFrameAsText() {
    let screen = RecordingScreen(columns: 6, rows: 2)
    let line = StyledLine([Run("ab  ", Style(.heading)), Run("   ")])
    screen.draw(Frame(rows: [line, StyledLine("数据数据")]))
    screen.draw(Frame(rows: [StyledLine("1234567"), StyledLine()], cursor: .init(row: 0, column: 3)))
    #expect(screen.frames == ["ab\n数据数\n", "123456\n\n"])
    #expect(screen.lastFrame?.cursor == .init(row: 0, column: 3))
  }

  @Test func runsWhatTakesTheTerminal() {
    let screen = RecordingScreen(columns: 80, rows: 24)
    var ran = false
    screen.suspended { ran = true }
    screen.stop()
    #expect(ran)
    #expect(screen.suspensions == 2)
  }
}
