@testable import Engine

/// A small library for tests: two units, two machines and a model, a constant and an equation.
enum TestLibrary {
  static let library: Library = {
    var units = UnitTable.standard
    try? units.declare(base: "token", aliases: ["tok", "tokens"])
    try? units.declare(base: "request", aliases: ["req", "requests"])
    var library = Library(units: units)
    func figures(_ texts: [String: String]) -> [String: Figure] {
      texts.mapValues { Figure(text: $0, value: library.value(of: $0)) }
    }
    library.add(
      Profile(
        id: "h100_sxm", name: "NVIDIA H100 SXM", kind: .hardware, category: "datacenter", year: 2022,
        figures: figures([
          "peak.fp16": "989 TFLOP/s", "peak.fp16.sparse": "1979 TFLOP/s", "memory.capacity": "80 GB",
          "memory.bandwidth": "3.35 TB/s", "price.hour": "$3/h", "link.nvlink.kind": "NVLink 4",
        ])))
    library.add(
      Profile(
        id: "t4", name: "T4", kind: .hardware, category: "datacenter", year: 2018,
        figures: figures(["peak.fp16": "65 TFLOP/s", "memory.capacity": "16 GB"])))
    library.add(
      Profile(
        id: "a100_80gb", name: "NVIDIA A100 80GB", kind: .hardware, category: "datacenter", year: 2020,
        figures: figures([
          "peak.fp16": "312 TFLOP/s", "memory.capacity": "80 GB", "memory.bandwidth": "2.039 TB/s",
        ])))
    library.add(
      Profile(
        id: "llama2_7b", name: "Llama 2 7B", kind: .model,
        figures: figures(["params": "6.74e9", "layers": "32"])))
    library.add(
      Constant(name: "dram_access", figure: Figure(text: "640 pJ", value: library.value(of: "640 pJ"))))
    _ = library.add(
      Equation(
        id: "transfer-time", name: "Transfer time", tex: "T = D / BW",
        body: "fn transfer_time(size: B, rate: B/s) -> s = size / rate"))
    return library
  }()
}
