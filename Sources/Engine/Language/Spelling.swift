/// Finds the name that was probably meant.
public enum Spelling {
  /// The nearest of `candidates`, if it is near enough to be a slip: at most a third of its letters differ.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    let letters = Array(name.lowercased().utf8)
    guard (2...64).contains(letters.count) else { return nil }
    for candidate in candidates where candidate != name {
      let other = Array(candidate.lowercased().utf8)
      // Short names are near to everything: only capitals may differ.
      let shorter = min(letters.count, other.count)
      let limit = shorter < 3 ? 0 : max(1, shorter / 3)
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = distance(letters, other)
      guard distance <= limit else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
