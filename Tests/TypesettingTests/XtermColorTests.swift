import Testing

@testable import Typesetting

@Suite struct XtermColorTests {
  @Test(arguments: [
    (UInt8(16), UInt32(0x000000)), (21, 0x0000FF), (196, 0xFF0000), (231, 0xFFFFFF), (232, 0x080808),
    (255, 0xEEEEEE), (75, 0x5FAFFF), (9, 0xFF0000),
  ])
  func numbersStandForTheColoursOfXterm(index: UInt8, rgb: UInt32) {
    #expect(XtermColors.rgb(of: index) == rgb)
  }
}
