/// The candidate that a person most likely meant, if any is close: fewer than a third of the letters differ, or one
/// contains the other.
func nearest(to word: String, among candidates: [String]) -> String? {
  let containing = candidates.filter { $0.contains(word) }
  if !word.isEmpty, let shortest = containing.min(by: { $0.count < $1.count }) { return shortest }
  let scored = candidates.map { (candidate: $0, distance: editDistance(Array(word.utf8), Array($0.utf8))) }
  guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance * 3 <= word.utf8.count ? best.candidate : nil
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let cost = min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[right.count]
}
