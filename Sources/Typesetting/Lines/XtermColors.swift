/// The red, green and blue of xterm's 256 colours, for terminals that take colours as such.
enum XtermColors {
  /// 0xRRGGBB of a colour.
  static func rgb(of index: UInt8) -> UInt32 {
    let index = UInt32(index)
    if index < 16 { return own[Int(index)] }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return grey << 16 | grey << 8 | grey
    }
    let cube = index - 16
    return step(cube / 36) << 16 | step(cube / 6 % 6) << 8 | step(cube % 6)
  }

  /// One of the six steps of the colour cube.
  private static func step(_ value: UInt32) -> UInt32 { value == 0 ? 0 : 55 + 40 * value }

  private static let own: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000,
    0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
