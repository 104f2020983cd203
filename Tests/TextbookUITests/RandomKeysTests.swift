import Terminal
import Testing
import Typesetting

@testable import TextbookUI

@Suite struct RandomKeysTests {
  /// Keys at random, with resizes, clicks, the wheel and pastes: nothing traps, and every frame fits the screen.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func everyFrameFits(seed: UInt64) throws {
    var random = Generator(state: seed)
    var session = seed > 3 ? TestBook.session() : try FixtureBook.session()
    let characters = Array(
      "jkdu bgG[]{}:/nNchHLaqm?tr0123456789.-$+_xJKlabcdef é漢MM''vvvvAAxu<<>>||##TS%Q!eZ")
    let keys: [Key] = [
      .enter, .enter, .tab, .tab, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .shiftLeft, .shiftRight, .control("o"), .control("u"), .control("d"),
    ]
    session.state.hasEditor = seed % 2 == 0
    for step in 0..<2500 {
      switch random.below(100) {
      case 0..<4:
        let size = ScreenSize(columns: 1 + random.below(160), rows: 1 + random.below(50))
        _ = session.perform(.resize(size))
      case 4..<8:
        _ = session.perform(
          .click(row: random.below(session.state.size.rows), column: random.below(session.state.size.columns))
        )
      case 8..<11:
        _ = session.perform(
          .wheel(
            random.below(9) - 4, row: random.below(session.state.size.rows),
            column: random.below(session.state.size.columns)))
      case 11..<13:
        _ = session.perform(.paste(String(repeating: "1\té漢\nq ", count: random.below(300))))
      case 13..<50:
        _ = session.perform(session.request(for: .character(characters[random.below(characters.count)])))
      default: _ = session.perform(session.request(for: keys[random.below(keys.count)]))
      }
      for case .reading(.writeNote(let draft)) in session.effects {
        _ = session.perform(.reading(.noteWritten(draft, "A note\n\nof step \(step)")))
      }
      let frame = session.frame
      let size = session.state.size
      guard frame.rows.count == size.rows, frame.rows.allSatisfy({ $0.width <= size.columns }) else {
        Issue.record("step \(step): a frame of \(frame.rows.count) rows does not fit \(size)")
        return
      }
      if let cursor = frame.cursor {
        #expect((0..<size.rows).contains(cursor.row) && (0..<size.columns).contains(cursor.column))
      }
    }
  }
}

/// SplitMix64.
struct Generator {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((bits ^ (bits >> 31)) % UInt64(max(1, bound)))
  }
}
