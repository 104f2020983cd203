import Dispatch
import Synchronization

/// Fits the schedule to the learner's reviews beside other work, where there are enough since the last fit.
///
/// ```swift
/// let fitter = ReviewFitter(book: "mlsys") { record }
/// fitter.consider()  // returns at once
/// fitter.stop()      // what is not fitted by then is fitted another time
/// ```
public final class ReviewFitter: Sendable {
  private struct State {
    var task: Task<Void, Never>?
    var isStopped = false
  }

  private let book: String
  private let record: @Sendable () -> Record?
  private let state = Mutex(State())
  private let running = DispatchGroup()

  /// - Parameter record: gives the learner's record, on another thread; nil where there is none.
  public init(book: String, record: @escaping @Sendable () -> Record?) {
    self.book = book
    self.record = record
  }

  /// Fits beside the caller if it is due and not being done.
  public func consider() {
    state.withLock { state in
      guard state.task == nil, !state.isStopped else { return }
      running.enter()
      state.task = Task.detached(priority: .background) { [self] in
        fit()
        self.state.withLock { $0.task = nil }
        running.leave()
      }
    }
  }

  /// Gives up what is being done. A result that is being written is written whole.
  public func stop() {
    state.withLock { state in
      state.isStopped = true
      state.task?.cancel()
    }
    _ = running.wait(timeout: .now() + .milliseconds(Self.patience))
  }

  /// Whether nothing is fitted any more.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Waits for what is being done.
  func finish() { running.wait() }

  /// A record that another program keeps locked, or that can not be written, is fitted another time: who answers hears of
  /// such a record anyway.
  private func fit() {
    guard let record = record(), !Task.isCancelled else { return }
    do throws(RecordError) {
      guard try record.isFittingDue(book: book) else { return }
      _ = try record.fitReviews(book: book, isCancelled: { Task.isCancelled })
    } catch {}
  }

  /// Milliseconds that the end of the program waits for a write.
  private static let patience = 500
}
