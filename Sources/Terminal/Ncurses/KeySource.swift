import CNcurses
import Dispatch

/// Where a ``KeyReader`` reads: what ncurses makes of the terminal's bytes.
struct KeySource {
  enum Code: Hashable {
    case character(UInt32)
    /// A key of the terminal database, by ncurses' number.
    case function(Int32)
  }

  /// The next one that is waiting; nil when there is none.
  var next: () -> Code?
  /// Whether input comes in so many milliseconds.
  var hasInput: (_ milliseconds: Int32) -> Bool
  /// Nanoseconds of the system's clock.
  var now: () -> UInt64
}

extension KeySource {
  /// The screen that ncurses has.
  init(_ terminal: Terminal) {
    self.init(
      next: {
        var code: wint_t = 0
        return switch get_wch(&code) {
        case OK: .character(UInt32(truncatingIfNeeded: code))
        case KEY_CODE_YES: .function(Int32(truncatingIfNeeded: code))
        default: nil
        }
      },
      hasInput: { terminal.hasInput(within: $0) },
      now: { DispatchTime.now().uptimeNanoseconds })
  }
}
