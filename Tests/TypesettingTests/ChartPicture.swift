import Testing

@testable import Typesetting

/// A chart and what it looks like.
struct ChartPicture: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let drawn: String
  let expected: String

  init(
    _ name: String, _ kind: Chart.Kind, width: Int, height: Int, isASCII: Bool = false, _ expected: String
  ) {
    testDescription = name
    drawn = Chart(kind).draw(width: width, height: height, isASCII: isASCII).map(\.text).joined(
      separator: "\n")
    self.expected = expected
  }
}
