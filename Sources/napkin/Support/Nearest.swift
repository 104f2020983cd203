import Engine

/// The candidate that a person most likely meant: the shortest that contains the word, else one that is a slip away.
func nearest(to word: String, among candidates: [String]) -> String? {
  if word.isEmpty { return nil }
  return candidates.filter { $0.contains(word) }.min { $0.count < $1.count }
    ?? Spelling.nearest(to: word, among: candidates)
}
