/// Which calculator reads which.
struct CellGraph: Sendable {
  /// Calculators that read this one, by index.
  private(set) var dependents: [[Int]]
  /// Places in an order in which every calculator comes after those that it reads.
  private(set) var ranks: [Int]
  /// For calculators that need each other, the path: `a → b → a`.
  private(set) var cycles: [Int: [Int]] = [:]

  init(_ reads: [[Int]]) {
    dependents = Array(repeating: [], count: reads.count)
    var open = [Int](repeating: 0, count: reads.count)
    for (index, needs) in reads.enumerated() {
      open[index] = needs.count
      for need in needs { dependents[need].append(index) }
    }
    var order = reads.indices.filter { open[$0] == 0 }
    var next = 0
    while next < order.count {
      for dependent in dependents[order[next]] {
        open[dependent] -= 1
        if open[dependent] == 0 { order.append(dependent) }
      }
      next += 1
    }
    ranks = Array(repeating: 0, count: reads.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    guard order.count < reads.count else { return }
    // What is left is in a cycle or behind one.
    let left = reads.indices.filter { open[$0] > 0 }
    for (offset, index) in left.enumerated() { ranks[index] = order.count + offset }
    let isLeft = Set(left)
    for index in left where cycles[index] == nil {
      if let path = Self.path(from: index, reads: reads, within: isLeft) {
        for (position, member) in path.enumerated() where cycles[member] == nil {
          cycles[member] = Array(path[position...] + path[...position])
        }
      }
    }
  }

  /// The shortest way from a calculator back to itself.
  private static func path(from start: Int, reads: [[Int]], within: Set<Int>) -> [Int]? {
    var previous: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let index = queue[next]
      next += 1
      for need in reads[index] where within.contains(need) {
        if need == start {
          var path = [index]
          while let last = path.last, last != start, let before = previous[last] { path.append(before) }
          return path.reversed()
        }
        if previous[need] == nil {
          previous[need] = index
          queue.append(need)
        }
      }
    }
    return nil
  }

  /// The calculators themselves and all that follow from them, in the order of evaluation.
  func affected(by changed: some Sequence<Int>) -> [Int] {
    var found = Set(changed)
    var pending = Array(found)
    while let index = pending.popLast() {
      for dependent in dependents[index] where found.insert(dependent).inserted { pending.append(dependent) }
    }
    return found.sorted { ranks[$0] < ranks[$1] }
  }

  /// Calculators with all that they read, directly or not.
  func sources(of wanted: some Sequence<Int>) -> Set<Int> {
    var found = Set(wanted)
    for index in dependents.indices.sorted(by: { ranks[$0] > ranks[$1] })
    where dependents[index].contains(where: found.contains) {
      found.insert(index)
    }
    return found
  }
}
