#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps what the program writes on standard error off the screen, and hands it out when the terminal is given back: the
/// last words of a crash would otherwise be wiped with the screen.
struct ErrorOutput {
  /// Where standard error went before; -1 while it goes there.
  private(set) var original: Int32 = -1
  /// A file without a name that holds what was written.
  private(set) var file: Int32 = -1

  /// Begins to keep, if standard error is the terminal. What is redirected to a file goes there as ever.
  mutating func keep() {
    guard original < 0, isatty(STDERR_FILENO) == 1 else { return }
    if file < 0, let temporary = tmpfile() {
      file = dup(fileno(temporary))
      fclose(temporary)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }
    guard file >= 0 else { return }
    original = dup(STDERR_FILENO)
    guard original >= 0 else { return }
    _ = fcntl(original, F_SETFD, FD_CLOEXEC)
    dup2(file, STDERR_FILENO)
  }

  /// Standard error as it was, with what was kept written to it. Calls nothing that a signal handler must not.
  mutating func release() {
    guard original >= 0 else { return }
    dup2(original, STDERR_FILENO)
    close(original)
    original = -1
    lseek(file, 0, SEEK_SET)
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      while true {
        let count = read(file, buffer.baseAddress, buffer.count)
        if count <= 0 { break }
        _ = write(STDERR_FILENO, buffer.baseAddress, count)
      }
    }
    ftruncate(file, 0)
    lseek(file, 0, SEEK_SET)
  }
}
