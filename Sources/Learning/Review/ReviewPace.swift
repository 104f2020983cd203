/// How long the learner takes for an answer: the median of the last times, by the card where it was answered three times.
struct ReviewPace {
  private var byCard: [String: Double] = [:]
  private var overall = Self.unknown

  /// Seconds to expect of a learner of whom nothing is known.
  private static let unknown = 25.0
  /// A card left on the screen over lunch says nothing about the next one.
  private static let longest = 300.0
  /// Later habits count, those of long ago do not.
  private static let window = 200
  /// A new question takes about half as long again as one seen before.
  private static let newFactor = 1.5

  init(_ reviews: [Review]) {
    var all: [Double] = []
    var times: [String: [Double]] = [:]
    for review in reviews.reversed() {
      guard let seconds = review.seconds, seconds > 0 else { continue }
      let bounded = min(seconds, Self.longest)
      if all.count < Self.window { all.append(bounded) }
      if times[review.card, default: []].count < 9 { times[review.card, default: []].append(bounded) }
    }
    if all.count >= 5 { overall = Self.median(all) }
    byCard = times.filter { $0.value.count >= 3 }.mapValues(Self.median)
  }

  func seconds(of subject: ReviewSubject, isNew: Bool) -> Double {
    byCard[subject.id] ?? (isNew ? overall * Self.newFactor : overall)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
