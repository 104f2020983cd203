import Engine

/// The candidate that a person most likely meant: the shortest that contains the word, else one that is a slip away.
func nearest(to word: String, among candidates: [String]) -> String? {
  if word.isEmpty { return nil }
  return candidates.filter { $0.contains(word) }.min { $0.count < $1.count }
    ?? Spelling.nearest(to: word, among: candidates)
}

/// What to do where nothing has a name: the few that contain it, how many there are, or one that is a slip away, and
/// where all are listed.
func suggestion(for word: String, among candidates: [String], lists: String) -> String {
  let found = candidates.filter { !word.isEmpty && $0.contains(word) }.sorted {
    ($0.count, $0) < ($1.count, $1)
  }
  if found.count > 4 { return "\(found.count) have '\(word)' in their names; \(lists)." }
  if !found.isEmpty {
    return "Did you mean \(found.map { "'\($0)'" }.joined(separator: ", "))? Or see: \(lists)."
  }
  guard let near = Spelling.nearest(to: word, among: candidates) else {
    return "See what there is: \(lists)."
  }
  return "Did you mean '\(near)'? Or see: \(lists)."
}
