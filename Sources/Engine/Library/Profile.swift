/// A machine or a model with its figures, each under a path such as `memory.bandwidth`.
public struct Profile: Hashable, Sendable {
  /// What is described.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case hardware, model }

  public var id: String
  public var name: String
  public var kind: Kind
  /// `datacenter`, `workstation`, `edge`, `mobile`, `tiny`, … as the author wrote it.
  public var category: String?
  public var year: Int?
  /// Figures by path; `peak.fp16` and `peak.fp16.sparse` may both be there.
  public var figures: [String: Figure]
  public var covers: [String]

  public init(
    id: String, name: String, kind: Kind, category: String? = nil, year: Int? = nil,
    figures: [String: Figure] = [:], covers: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.category = category
    self.year = year
    self.figures = figures
    self.covers = covers
  }
}
