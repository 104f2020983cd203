import Engine

/// The figures that stand in a list of machines or models.
public enum ProfileColumns {
  public struct Column: Sendable {
    /// As an address names it.
    public var key: String
    public var title: String
    /// The first of them that a profile has is shown.
    public var paths: [String]
  }

  public static func columns(of kind: Profile.Kind) -> [Column] {
    switch kind {
    case .hardware:
      [
        Column(key: "peak", title: "peak FP16", paths: ["peak.fp16", "peak.bf16"]),
        Column(key: "memory", title: "memory", paths: ["memory.capacity"]),
        Column(key: "bandwidth", title: "bandwidth", paths: ["memory.bandwidth"]),
      ]
    case .model:
      [
        Column(key: "parameters", title: "parameters", paths: ["parameters"]),
        Column(key: "operations", title: "operations", paths: ["flops"]),
        Column(key: "size", title: "size", paths: ["size"]),
      ]
    }
  }
}

extension Workbook {
  /// The arithmetic intensity from which on a machine reaches a peak (`peak.fp16`): the peak over the bandwidth of its
  /// memory, with what the scenario changes; nil where one is not given.
  public func ridgePoint(of profile: String, peak: String) -> Quantity? {
    guard
      case .quantity(let ridge)? = (try? evaluate("\(profile).\(peak) / \(profile).memory.bandwidth"))?.value
    else { return nil }
    return ridge
  }
}

extension Profile {
  /// What a list is sorted and grouped by, and which of some figures it has.
  func figure(_ paths: [String]) -> (path: String, figure: Figure)? {
    for path in paths { if let figure = figures[path] { return (path, figure) } }
    return nil
  }

  /// The paths of its peak rates, the fastest first among those that share no precision.
  var peaks: [String] { figures.keys.filter { $0.hasPrefix("peak.") }.sorted() }
}
