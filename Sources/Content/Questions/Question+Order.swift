extension Question {
  /// The author's indices in the order in which a page shows the question before it is answered, and in which the first
  /// attempt asks it: options as the author wrote them; items to order and right sides to match in an order made from
  /// the question's id, never the right one. Empty for the other kinds.
  public var orderOnPage: [Int] {
    switch body {
    case .choice(let options), .multiple(let options): Array(options.indices)
    case .order(let items): QuestionBody.mixed(items.count, seed: id)
    case .match(let pairs): QuestionBody.mixed(pairs.count, seed: id)
    case .trueFalse, .numeric, .fill, .short: []
    }
  }
}

extension QuestionBody {
  /// A fixed order of `count` items for a seed, never the author's own where there are two or more.
  public static func mixed(_ count: Int, seed: String) -> [Int] {
    var order = Array(0..<count)
    if count < 2 { return order }
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in seed.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for index in stride(from: count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
    }
    if order == Array(0..<count) { order.swapAt(0, 1) }
    return order
  }
}
