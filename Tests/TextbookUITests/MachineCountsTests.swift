import Content
import Engine
import Testing

@testable import TextbookUI

@Suite struct MachineCountsTests {
  /// What the list of machines says of each is what the book has with it on the workbench.
  @Test(arguments: [Profile.Kind.hardware, .model])
  func countsAreThoseOfTheBook(kind: Profile.Kind) throws {
    let workbook = try RealBook.whole.get().workbook
    let counts = workbook.missingCounts(of: kind)
    #expect(kind == .model || counts.values.contains { $0 > 0 })
    for profile in workbook.library.profiles.values where profile.kind == kind {
      var other = workbook
      _ = try other.setWorkbench(kind, to: profile.id)
      #expect(counts[profile.id] == other.missingCount, "\(profile.id)")
    }
  }
}

@Suite struct PreparingTests {
  /// While `/` waits for its first letter the page is made ready, and the letter lays out nothing.
  @Test func aLetterOfASearchWaitsForNoLayout() throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    session.press("/")
    var rounds = 0
    while session.prepare() { rounds += 1 }
    #expect(rounds > 3)
    let before = session.cache.layoutCount
    session.press("e")
    #expect(session.cache.layoutCount == before)
    #expect((session.state.search?.count?.total ?? 0) > 500)
  }

  /// What is prepared of the machines is what the list says without it.
  @Test func theListOfMachinesIsTheSame() throws {
    var prepared = try RealBook.session(chapter: "05-neural-computation", columns: 140, rows: 45)
    var rounds = 0
    while prepared.prepare() { rounds += 1 }
    #expect(rounds > 3)
    #expect(!prepared.prepare())
    prepared.press("W")
    var plain = try RealBook.session(chapter: "05-neural-computation", columns: 140, rows: 45)
    plain.press("W")
    #expect(prepared.frame == plain.frame)
    #expect(prepared.frame.plainText(columns: 140).contains("left empty"))
  }
}
