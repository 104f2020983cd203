/// The names of units: those of every book and those that one book declares in its `units.yaml`.
///
/// ```swift
/// var units = UnitTable.standard
/// try units.declare(base: "token", aliases: ["tok", "tokens"])
/// units.unit("token/s")?.factor      // 1
/// ```
public struct UnitTable: Sendable {
  /// A unit without prefix.
  struct Entry: Sendable {
    var factor: Double
    var offset: Double = 0
    var dimension: Dimension
    var prefixes: Prefixes = []
  }

  /// Which prefixes a unit takes.
  struct Prefixes: OptionSet, Sendable {
    let rawValue: Int
    /// f to m.
    static let small = Prefixes(rawValue: 1)
    /// k to Z.
    static let large = Prefixes(rawValue: 2)
    /// K for kilo, as in KB.
    static let capital = Prefixes(rawValue: 4)
    /// Ki to Ei.
    static let binary = Prefixes(rawValue: 8)
    /// c.
    static let centi = Prefixes(rawValue: 16)
    /// k and M.
    static let thousands = Prefixes(rawValue: 32)
  }

  private(set) var entries: [String: Entry]
  /// The names of declared base units, in the order of their dimensions.
  private(set) var declared: [String] = []

  /// Time, data, operations, energy, power, money, mass, length, temperature, with SI and IEC prefixes.
  public static let standard = UnitTable()

  init() { entries = Self.standardEntries }

  /// Adds a base unit with its aliases, all of one new dimension.
  ///
  /// - Throws: a diagnostic when a name is taken or is no name.
  public mutating func declare(base: String, aliases: [String]) throws(Diagnostic) {
    let lane = Dimension.firstDeclaredLane + declared.count
    guard lane < Dimension.laneCount else {
      throw Diagnostic(
        .limit,
        "a book can declare \(Dimension.laneCount - Dimension.firstDeclaredLane) base units; “\(base)” is one more"
      )
    }
    for name in [base] + aliases {
      guard Characters.isName(name), !Keywords.neverUnits.contains(name) else {
        throw Diagnostic(.unit, "“\(name)” can not be the name of a unit", hint: "use letters, digits and _")
      }
      if component(name) != nil {
        throw Diagnostic(
          .unit, "the unit “\(name)” exists already", hint: "choose another name for “\(base)”")
      }
    }
    declared.append(base)
    for name in [base] + aliases { entries[name] = Entry(factor: 1, dimension: Dimension(base: lane)) }
  }

  /// Reads a unit such as `GB/s` or `kgCO2e/kWh`; nil when a name in it is unknown.
  public func unit(_ text: String) -> Unit? {
    var reader = UnitReader(text, table: self)
    return try? reader.unit()
  }

  /// The unit of one name without operators: `GB`, `ms`, `tokens`.
  func component(_ name: String) -> Entry? { entries[name] }

  /// The unit that was probably meant.
  func suggestion(for name: String, among names: [String]) -> String? {
    Self.otherNames[name.lowercased()] ?? Spelling.nearest(to: name, among: names)
  }

  private static let otherNames = [
    "sec": "s", "secs": "s", "hr": "h", "hrs": "h", "yr": "year", "yrs": "years", "flops": "FLOP",
    "usd": "USD",
    "dollar": "USD", "dollars": "USD", "watt": "W", "watts": "W", "joule": "J", "joules": "J",
    "celsius": "°C",
    "percent": "%", "times": "x", "ops": "OP", "kwh": "kWh",
  ]

  /// Names for suggestions.
  var names: [String] { Array(entries.keys) }

  private static let prefixes: [(String, Double, Prefixes)] = [
    ("Ki", 1024, .binary), ("Mi", 0x1p20, .binary), ("Gi", 0x1p30, .binary), ("Ti", 0x1p40, .binary),
    ("Pi", 0x1p50, .binary), ("Ei", 0x1p60, .binary),
    ("k", 1e3, [.large, .thousands]), ("K", 1e3, .capital), ("M", 1e6, [.large, .thousands]),
    ("G", 1e9, .large),
    ("T", 1e12, .large), ("P", 1e15, .large), ("E", 1e18, .large), ("Z", 1e21, .large), ("Y", 1e24, .large),
    ("c", 1e-2, .centi), ("m", 1e-3, .small), ("u", 1e-6, .small), ("µ", 1e-6, .small), ("μ", 1e-6, .small),
    ("n", 1e-9, .small), ("p", 1e-12, .small), ("f", 1e-15, .small),
  ]

  private static let standardEntries: [String: Entry] = {
    var table = [String: Entry](minimumCapacity: 1000)
    func add(_ names: String, _ factor: Double, _ dimension: Dimension?, _ prefixes: Prefixes = []) {
      guard let dimension else { return }
      for name in names.split(separator: " ") {
        table[String(name)] = Entry(factor: factor, dimension: dimension, prefixes: prefixes)
      }
    }
    let year = 365.25 * 86_400
    add("s", 1, .time, .small)
    add("second seconds", 1, .time)
    add("min minute minutes", 60, .time)
    add("h hour hours", 3600, .time)
    add("day days", 86_400, .time)
    add("week weeks", 7 * 86_400, .time)
    add("month months", year / 12, .time)
    add("year years", year, .time)
    add("Hz", 1, Dimension.one.divided(by: .time), [.small, .large])

    let digital: Prefixes = [.large, .capital, .binary]
    add("B byte bytes", 1, .data, digital)
    add("b bit bits", 0.125, .data, digital)
    add("bps", 0.125, Dimension.data.divided(by: .time), [.large, .capital])

    let counted: Prefixes = [.large, .capital]
    add("FLOP FLOPs OP OPs", 1, .operations, counted)
    add("FLOPS OPS", 1, Dimension.operations.divided(by: .time), counted)
    add("MAC MACs", 1, .macs, counted)

    let power = Dimension.energy.divided(by: .time)
    add("J", 1, .energy, [.small, .large])
    add("Wh", 3600, .energy, [.small, .large])
    add("W", 1, power, [.small, .large])
    add("A", 1, .current, .small)
    add("Ah", 3600, Dimension.current.multiplied(by: .time), .small)
    add("V", 1, power?.divided(by: .current), [.small, .large])

    add("USD $", 1, .money, .thousands)
    add("EUR €", 1, .euros, .thousands)
    add("g", 1e-3, .mass, .small)
    add("kg", 1, .mass)
    add("gCO2e gCO2", 1e-3, .mass, .small)
    add("kgCO2e kgCO2", 1, .mass)
    add("t tCO2e tCO2", 1000, .mass, .thousands)
    add("m", 1, .length, [.small, .centi, .thousands])
    add("L", 1e-3, Dimension.length.raised(to: 3), [.small, .thousands])
    add("K", 1, .temperature, .small)
    table["°C"] = Entry(factor: 1, offset: 273.15, dimension: .temperature)

    add("% pp", 0.01, .one)
    add("x × nat nats 1", 1, .one)

    // All names with their prefixes, so that reading a unit is one look-up; a name of its own goes first.
    for (name, entry) in table where !entry.prefixes.isEmpty {
      for (prefix, factor, kind) in prefixes where !entry.prefixes.isDisjoint(with: kind) {
        let prefixed = prefix + name
        if table[prefixed] == nil {
          table[prefixed] = Entry(factor: entry.factor * factor, dimension: entry.dimension)
        }
      }
    }
    return table
  }()
}
