import Content
import Engine
import Testing

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
