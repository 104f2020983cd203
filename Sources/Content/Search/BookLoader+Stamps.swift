#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension BookLoader {
  /// For each chapter by id, and for the library under the empty name, a text that differs whenever its files do: their
  /// sizes, times and inodes. A chapter's tells of the library, too, whose values stand in its text.
  public func stamps() -> [String: String] {
    let store = FileStore(folder: folder)
    var files = ["book.yaml", "constants.yaml", "units.yaml", "glossary.md", "references.yaml"]
    for (folder, ending) in [
      ("equations", ".md"), ("profiles/hardware", ".yaml"), ("profiles/models", ".yaml"),
    ] {
      files += store.names(in: folder, ending: ending).map { "\(folder)/\($0)" }
    }
    let library = store.stamp(of: files)
    let reader = ChapterReader(store: store, units: .standard, page: page)
    var stamps = ["": library]
    for id in manifest.chapterIDs {
      stamps[id] = store.stamp(of: [reader.file(of: id), "questions/\(id).md"]) + " " + library
    }
    return stamps
  }
}

extension FileStore {
  /// A short text that differs whenever one of the files does.
  func stamp(of paths: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ number: Int) {
      for shift in stride(from: 0, to: 64, by: 8) {
        hash = (hash ^ UInt64(truncatingIfNeeded: number >> shift) & 0xff) &* 0x100_0000_01b3
      }
    }
    for path in paths {
      var status = stat()
      guard stat(folder + "/" + path, &status) == 0 else {
        add(-1)
        continue
      }
      add(Int(status.st_size))
      add(Int(status.st_ino))
      #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
      #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
      #endif
      add(Int(modified.tv_sec))
      add(Int(modified.tv_nsec))
      add(Int(changed.tv_sec))
      add(Int(changed.tv_nsec))
    }
    return String(hash, radix: 16)
  }
}
