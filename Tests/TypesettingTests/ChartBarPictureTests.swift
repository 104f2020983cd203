import Testing

@testable import Typesetting

/// Bars and histograms.
@Suite struct ChartBarPictureTests {
  @Test(arguments: pictures)
  func looksAsDrawn(_ picture: ChartPicture) {
    #expect(picture.drawn == picture.expected)
  }

  static let pictures = [
    ChartPicture(
      "bars from zero",
      .bar(
        BarChart(
          [
            BarChart.Bar("parameters", 437.5e3), BarChart.Bar("activations", 252.4e3),
            BarChart.Bar("optimizer", 875.1e3),
            BarChart.Bar("scratch", 300), BarChart.Bar("none", 0),
          ], axis: Axis("memory", unit: "B"))), width: 44, height: 10,
      """
      memory
      parameters  │████████████ 438 KB
      activations │██████▉ 252 KB
      optimizer   │████████████████████████ 875 KB
      scratch     │▏ 300 B
      none        │ 0 B
      """),
    ChartPicture(
      "bars from zero, in ASCII",
      .bar(
        BarChart(
          [
            BarChart.Bar("parameters", 437.5e3), BarChart.Bar("activations", 252.4e3),
            BarChart.Bar("optimizer", 875.1e3),
            BarChart.Bar("scratch", 300), BarChart.Bar("none", 0),
          ], axis: Axis("memory", unit: "B"))), width: 44, height: 10, isASCII: true,
      """
      memory
      parameters  |############ 438 KB
      activations |####### 252 KB
      optimizer   |######################## 875 KB
      scratch     |# 300 B
      none        | 0 B
      """),
    ChartPicture(
      "the present bar among those around it",
      .bar(BarChart((1...12).map { BarChart.Bar("n = \($0)", Double($0), isPresent: $0 == 6) })),
      width: 20, height: 5,
      """
      … 4 more
      n = 5 │████▋ 5
      n = 6 │█████▌ 6
      n = 7 │██████▍ 7
      … 5 more
      """),
    ChartPicture(
      "the present bar near the end",
      .bar(BarChart((1...9).map { BarChart.Bar("n = \($0)", Double($0), isPresent: $0 == 8) })),
      width: 20, height: 5,
      """
      … 5 more
      n = 6 │███████▍ 6
      n = 7 │████████▌ 7
      n = 8 │█████████▊ 8
      n = 9 │███████████ 9
      """),
    ChartPicture(
      "bars on both sides of zero",
      .bar(
        BarChart(
          [BarChart.Bar("price", -12.5), BarChart.Bar("speed", 40), BarChart.Bar("energy", -33)],
          axis: Axis(unit: "%"))), width: 40, height: 10,
      """
      price         ████│              −12.5 %
      speed             │█████████████ 40 %
      energy ███████████│              −33 %
      """),
    ChartPicture(
      "bars of a logarithm say so",
      .bar(
        BarChart(
          [BarChart.Bar("add", 0.03e-12), BarChart.Bar("multiply", 3e-12), BarChart.Bar("DRAM", 640e-12)],
          axis: Axis("energy", unit: "J", isLogarithmic: true))), width: 40, height: 10,
      """
      energy, log scale
      add      │██▎ 30 fJ
      multiply │███████████▉ 3 pJ
      DRAM     │███████████████████████ 640 pJ
      """),
    ChartPicture(
      "labels over their bars in 20 columns",
      .bar(
        BarChart([BarChart.Bar("parameters", 30), BarChart.Bar("activations", 60)], axis: Axis(unit: "MB"))),
      width: 20, height: 8,
      """
      parameters
      │██████▌ 30 MB
      activations
      │█████████████ 60 MB
      """),
    ChartPicture(
      "upright bars",
      .bar(
        BarChart(
          [BarChart.Bar("FP32", 20), BarChart.Bar("FP16", 310), BarChart.Bar("INT8", 620)],
          isHorizontal: false)), width: 30, height: 10,
      """
                             620
                           ████████
                           ████████
                   310     ████████
                 ▄▄▄▄▄▄▄▄  ████████
                 ████████  ████████
          20     ████████  ████████
       ▂▂▂▂▂▂▂▂  ████████  ████████
      ──────────────────────────────
         FP32      FP16      INT8
      """),
    ChartPicture(
      "a histogram with round edges",
      .histogram(
        Histogram(
          [1.0, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7].map { $0 / 1000 }, bins: 8,
          x: Axis("latency", unit: "s", lowest: 0, highest: 0.008))), width: 40, height: 12,
      """
      count
      4 ┤                ████
        │                ████
        │            ████████████
        │            ████████████
      2 ┤        ████████████████████
        │        ████████████████████
        │    ████████████████████████████
      0 ┤    ████████████████████████████
        └┬───────┬───────┬───────┬──────┬
         0       2       4       6      8
                   latency (ms)
      """),
    ChartPicture(
      "a histogram with round edges, in ASCII",
      .histogram(
        Histogram(
          [1.0, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7].map { $0 / 1000 }, bins: 8,
          x: Axis("latency", unit: "s", lowest: 0, highest: 0.008))), width: 40, height: 12, isASCII: true,
      """
      count
      4 +                ####
        |                ####
        |            ############
        |            ############
      2 +        ####################
        |        ####################
        |    ############################
      0 +    ############################
        ++-------+-------+-------+------+
         0       2       4       6      8
                   latency (ms)
      """),
  ]
}
