import Engine

extension Profile {
  /// What students call a figure: `memory` of `memory.capacity`, `BF16` of `peak.bf16`.
  static func words(forFigure path: String) -> String {
    if let words = figureWords[path] { return words }
    let parts = path.split(separator: ".").map(String.init)
    if parts.first == "peak", parts.count > 1 {
      return parts[1].uppercased() + (parts.dropFirst(2).first == "sparse" ? ", sparse" : "")
    }
    return parts.map { $0.split(separator: "_").joined(separator: " ") }.joined(separator: ", ")
  }

  /// The class in words: `data centre` of `datacenter`.
  public var categoryWords: String? { category.map { $0 == "datacenter" ? "data centre" : $0 } }

  /// What a figure is called where no heading says what sort of thing it is: `peak BF16`, `memory bandwidth`.
  public static func title(ofFigure path: String) -> String {
    let words = words(forFigure: path)
    return path.hasPrefix("peak.") ? "peak \(words)" : path == "memory.bandwidth" ? "memory bandwidth" : words
  }

  private static let figureWords: [String: String] = [
    "memory.capacity": "memory", "memory.bandwidth": "bandwidth",
    "power.tdp": "power", "power.idle": "idle power",
    "cache.l1": "L1 cache", "cache.l2": "L2 cache", "cache.shared": "shared memory",
    "link.nvlink.bandwidth": "NVLink", "link.nvlink.kind": "kind of NVLink",
    "link.pcie.bandwidth": "PCIe", "link.pcie.kind": "kind of PCIe",
    "link.network.bandwidth": "network", "link.network.kind": "kind of network",
    "price.buy": "price", "price.hour": "price of an hour", "carbon.embodied": "embodied carbon",
    "dispatch": "cost of a call", "macs": "MACs", "flops": "FLOPs", "kv_heads": "key-value heads",
    "training.flops": "training, FLOPs", "action": "values of an action",
    "active_parameters": "active parameters", "experts_per_token": "experts for a token",
    "device_time": "device time", "head_width": "width of a head",
  ]
}
