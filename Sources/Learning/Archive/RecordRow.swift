import GRDB

/// A row of a table of the record.
struct RecordRow: Hashable, Codable {
  var values: [String: RecordValue]

  init(values: [String: RecordValue]) { self.values = values }

  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: RecordValue].self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}

/// A value of a column, in the order null, whole numbers, other numbers, texts.
enum RecordValue: Hashable, Comparable, Codable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .null, .blob: self = .null
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let number = try? container.decode(Int64.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .real(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .integer(let number): try container.encode(number)
    case .real(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }

  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }

  /// As a column of that kind holds it; nil when it does not fit.
  func fitted(to column: RecordTable.Column) -> RecordValue? {
    switch (self, column.kind) {
    case (.null, _): column.isOptional ? self : nil
    case (.integer, .integer), (.text, .text): self
    case (.real(let number), .real): number.isFinite ? self : nil
    case (.integer(let number), .real): .real(Double(number))
    default: nil
    }
  }

  /// As a cell of CSV.
  var plain: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    }
  }

  /// What it is, for a message.
  var described: String {
    switch self {
    case .null: "nothing"
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): "`\(text.prefix(40))`"
    }
  }
}
