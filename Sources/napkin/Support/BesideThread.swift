import Dispatch
import Foundation

/// Work on a thread of its own, which has begun when this is made.
///
/// A new thread may be put on the core of the thread that makes it, and wait there for half a millisecond; a thread that
/// is woken goes to an idle core. So this one begins, and wakes its maker. Of dispatch's threads the first brings a second
/// one along, which would have that idle core.
final class BesideThread<Value>: @unchecked Sendable {
  /// Written by the thread before it signals, read after that.
  private var value: Value?
  private let isDone = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () -> Value) {
    let isBegun = DispatchSemaphore(value: 0)
    let work = Work { [self] in
      isBegun.signal()
      value = body()
      isDone.signal()
    }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let error = pthread_create(&thread, nil, runWork, Unmanaged.passRetained(work).toOpaque())
    precondition(error == 0, "no thread can be made: \(String(cString: strerror(error)))")
    isBegun.wait()
  }

  /// What the work came to; waits for it.
  func result() -> Value {
    isDone.wait()
    defer { isDone.signal() }
    guard let value else { preconditionFailure("the thread ended without a result") }
    return value
  }
}

private final class Work {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}

#if canImport(Darwin)
  private func runWork(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
    return nil
  }
#else
  private func runWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    work.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
    return nil
  }
#endif
