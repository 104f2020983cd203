#if os(Linux)
  import Foundation
  import Synchronization
  import Testing

  @testable import Content

  @Suite struct FolderWatcherTests {
    /// What was told, until it holds `path` or a generous limit is over.
    private static func told(
      of path: String, in files: TemporaryBook, doing work: () throws -> Void
    ) async throws -> Bool {
      let (stream, feed) = AsyncStream.makeStream(of: [String].self)
      let watcher = try #require(FolderWatcher(folder: files.folder) { feed.yield($0) })
      defer { watcher.stop() }
      try work()
      let limit = Task {
        try await Task.sleep(for: .seconds(20))
        feed.finish()
      }
      defer { limit.cancel() }
      for await paths in stream where paths.contains(path) { return true }
      return false
    }

    @Test func aSavedFileIsToldOf() async throws {
      let files = try TemporaryBook(TemporaryBook.small)
      let isTold = try await Self.told(of: "chapters/01-first.md", in: files) {
        try files.write(Data("# New\n".utf8), to: "chapters/01-first.md")
      }
      #expect(isTold)
    }

    @Test func aFileThatIsReplacedIsToldOf() async throws {
      let files = try TemporaryBook(TemporaryBook.small)
      let isTold = try await Self.told(of: "glossary.md", in: files) {
        try files.write(Data("## New {#term-new}\n\nText.\n".utf8), to: "glossary.md.tmp")
        let renamed = rename(files.folder + "/glossary.md.tmp", files.folder + "/glossary.md")
        #expect(renamed == 0)
      }
      #expect(isTold)
    }

    @Test func aFileInANewFolderIsToldOf() async throws {
      let files = try TemporaryBook(TemporaryBook.small)
      let isTold = try await Self.told(of: "front", in: files) {
        try files.write(Data("# New\n".utf8), to: "front/about.md")
      }
      #expect(isTold)
    }

    @Test func aFolderThatIsNotThereCanNotBeWatched() {
      #expect(FolderWatcher(folder: "/nonexistent/folder") { _ in } == nil)
    }
  }
#endif
