import Testing

@testable import Terminal

/// What a terminal sends, in pieces as they come, and the events that are read from it.
@Suite struct KeyReaderTests {
  /// A terminal that sends pieces; between two of them nothing is waiting.
  private final class Script {
    var pieces: [ArraySlice<UInt32>]
    /// Nanoseconds.
    var time: UInt64 = 1_000_000_000

    init(_ pieces: [String]) { self.pieces = pieces.map { $0.unicodeScalars.map(\.value)[...] } }

    var source: KeySource {
      KeySource(
        next: { [self] in
          guard pieces.first?.isEmpty == false else { return nil }
          return .character(pieces[0].removeFirst())
        },
        hasInput: { [self] milliseconds in
          if pieces.first?.isEmpty == true { pieces.removeFirst() }
          time += UInt64(milliseconds) * 1_000_000
          return pieces.first?.isEmpty == false
        },
        now: { [self] in time })
    }

    /// Waits as the screen does: until there is more, or the reader is tired of waiting.
    func wait(_ milliseconds: Int32?) -> Bool {
      if pieces.first?.isEmpty == true { pieces.removeFirst() }
      if !pieces.isEmpty { return true }
      time += UInt64(milliseconds ?? 0) * 1_000_000
      return milliseconds != nil
    }
  }

  private static func events(_ pieces: [String]) -> [Event] {
    let script = Script(pieces)
    var reader = KeyReader(script.source)
    var events: [Event] = []
    repeat {
      while let event = reader.next() { events.append(event) }
    } while script.wait(reader.patience)
    return events
  }

  private static let cases: [([String], [Event])] = [
    (["a\u{1B}[200~b c\u{1B}[201~d"], [.key(.character("a")), .paste("b c"), .key(.character("d"))]),
    (["\u{1B}[200~\u{1B}[201~"], [.paste("")]),
    // Line ends are one kind, other control characters are none, tabs stay.
    (["\u{1B}[200~a\rb\r\nc\nd\te\u{3}\u{7F}\u{85}\u{1B}[201~"], [.paste("a\nb\nc\nd\te")]),
    (["\u{1B}[200~Größe 漢字 👩‍🔬\u{1B}[201~"], [.paste("Größe 漢字 👩‍🔬")]),
    // In pieces, wherever the line cuts them.
    (["\u{1B}[", "20", "0~q", "m\u{1B}", "[20", "1~j"], [.paste("qm"), .key(.character("j"))]),
    (["\u{1B}[2", "00~a\u{1B}[201", "~"], [.paste("a")]),
    // The first end ends it; a mark that belongs to nothing is no key.
    (
      ["\u{1B}[200~a\u{1B}[200~b\u{1B}[201~c\u{1B}[201~d"],
      [.paste("ab"), .key(.character("c")), .key(.character("d"))]
    ),
    // Sequences inside are text without their escape character.
    (["\u{1B}[200~a\u{1B}[31mb\u{1B}c\u{1B}\u{1B}[201~"], [.paste("a[31mbc")]),
    (["\u{1B}[200~[201~\u{1B}[2010~\u{1B}[201~"], [.paste("[201~[2010~")]),
    // Its end never comes: what came is text after a while, and keys are keys again.
    (["\u{1B}[200~abc"], [.paste("abc")]),
    (["\u{1B}[200~abc\u{1B}[20"], [.paste("abc")]),
    // What is no paste.
    (["\u{1B}[200q", "\u{1B}[201~x"], [.key(.character("x"))]),
    (["\u{1B}"], [.key(.escape)]),
    (["\u{1B}[A\u{1B}[1;2Cj"], [.key(.up), .key(.shiftRight), .key(.character("j"))]),
  ]

  @Test(arguments: cases) func pastes(pieces: [String], events: [Event]) {
    #expect(Self.events(pieces) == events)
  }

  @Test func aPasteThatNeverEndsIsOneOnceNothingCameForAWhile() {
    let script = Script(["\u{1B}[200~abc", "def"])
    var reader = KeyReader(script.source)
    #expect(reader.next() == nil && reader.hasRead)
    #expect(reader.patience == 1000)
    script.time += 900_000_000
    #expect(reader.next() == nil && !reader.hasRead)
    #expect(reader.patience == 100)
    #expect(script.wait(reader.patience))
    #expect(reader.next() == nil)
    #expect(reader.patience == 1000, "each character is waited for anew")
    script.time += 1_000_000_000
    #expect(reader.next() == .paste("abcdef"))
    #expect(reader.patience == nil)
  }

  @Test func aHugePasteIsReadToItsEndAndCut() throws {
    let text = String(repeating: "qm 12\r", count: 20_000)
    let events = Self.events(["\u{1B}[200~" + text + "\u{1B}[201~j"])
    #expect(events.count == 2 && events.last == .key(.character("j")))
    guard case .paste(let pasted)? = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(pasted.unicodeScalars.count == PasteReader.longest)
    #expect(pasted.hasPrefix("qm 12\nqm 12\n"))
  }
}
