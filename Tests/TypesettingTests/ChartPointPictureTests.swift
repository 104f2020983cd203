import Testing

@testable import Typesetting

/// Curves and points.
@Suite struct ChartPointPictureTests {
  @Test(arguments: pictures)
  func looksAsDrawn(_ picture: ChartPicture) {
    #expect(picture.drawn == picture.expected)
  }

  static let pictures = [
    ChartPicture(
      "two curves with their letters, and a marked point",
      .line(
        LineChart(
          [
            Series("FP32", [DataPoint(0, 0), DataPoint(100, 0.08)]),
            Series("INT8", [DataPoint(0, 0), DataPoint(100, 0.02)]),
          ], markers: [DataPoint(50, 0.04, label: "served")], x: Axis("batch"), y: Axis("latency", unit: "s"))
      ), width: 48, height: 12,
      """
      latency (ms)
         │                                    ⢀⣀⠤⠔⠒⠉
         │                              ⣀⣀⠤⠔⠒⠉⠁   A
      50 ┤                        ⣀⡠⠤⠒⠊⠉
         │                  ⣀⡠⠤●⠊⠉
         │            ⣀⡠⠤⠒⠊⠉    served            B
         │     ⢀⣀⠤⠔⠒⠉⠉         ⣀⣀ ⢀⣀⡀ ⠤⠤ ⠠⠤⠂ ⠒⠒ ⠐⠉⠁
       0 ┤⣀⣤⠔⠲⠭⠅ ⠤⠤ ⠐⠒⠂ ⠒⠉ ⠈⠉⠁
         └┬───────┬───────┬────────┬───────┬───────┬
          0      20      40       60      80      100
                            batch
      ⠤⠤⠤⠤ A FP32   ⠤⠤ ⠠ B INT8
      """),
    ChartPicture(
      "two curves with their letters, and a marked point, in ASCII",
      .line(
        LineChart(
          [
            Series("FP32", [DataPoint(0, 0), DataPoint(100, 0.08)]),
            Series("INT8", [DataPoint(0, 0), DataPoint(100, 0.02)]),
          ], markers: [DataPoint(50, 0.04, label: "served")], x: Axis("batch"), y: Axis("latency", unit: "s"))
      ), width: 48, height: 12, isASCII: true,
      """
      latency (ms)
         |                                      ****
         |                               *******
      50 +                        *******
         |                  ***@**
         |           *******    served
         |    *******          ooooooooooooooooooooo
       0 +ooooooooooooooooooooo
         ++-------+-------+--------+-------+-------+
          0      20      40       60      80      100
                            batch
      * FP32   o INT8
      """),
    ChartPicture(
      "powers on logarithmic axes are straight lines",
      .line(
        LineChart(
          [Series("", [1.0, 10, 100, 1000].map { DataPoint($0, $0 * $0 * 1e-6) })],
          x: Axis("n", isLogarithmic: true), y: Axis("time", unit: "s", isLogarithmic: true))), width: 40,
      height: 12,
      """
      time
         1 s ┤                          ⣀⠤⠒⠉
             │                      ⣀⠤⠒⠉
       10 ms ┤                  ⢀⡠⠒⠉
             │               ⣀⠔⠊⠁
             │           ⢀⡠⠔⠉
      100 µs ┤       ⢀⡠⠔⠊⠁
             │   ⢀⡠⠔⠊⠁
        1 µs ┤⡠⠔⠊⠁
             └┬─────────┬────────┬─────────┬
              1        10       100       1k
                            n
      """),
    ChartPicture(
      "negative values around zero",
      .line(
        LineChart(
          [Series("", [-2.0, -1, 0, 1, 2].map { DataPoint($0, $0 * $0 * $0) })], x: Axis("x"), y: Axis("x³"))),
      width: 36, height: 12,
      """
      x³
       10 ┤                            ⢀
          │                          ⡠⠒⠁
          │                       ⢀⠔⠉
          │                ⢀⣀⣀⣀⠤⠤⠊⠁
        0 ┤┄┄┄┄┄⢀⡠⠒⠒⠒⠒⠉⠉⠉⠉⠉⠁┄┄┄┄┄┄┄┄┄┄┄┄
          │   ⡠⠔⠁
          │⢀⠤⠊
      −10 ┤⠁
          └┬──────┬──────┬──────┬──────┬
          −2     −1      0      1      2
                         x
      """),
    ChartPicture(
      "labels beside their points",
      .scatter(
        ScatterChart(
          [
            Series(
              "convolution",
              [DataPoint(25.6e6, 76, label: "ResNet-50"), DataPoint(138e6, 72, label: "VGG-16")]),
            Series("attention", [DataPoint(86e6, 82, label: "ViT-B"), DataPoint(22e6, 80, label: "DeiT-S")]),
          ], x: Axis("parameters", isLogarithmic: true), y: Axis("accuracy", unit: "%"))), width: 52,
      height: 12,
      """
      accuracy (%)
         │                             ○ ViT-B
      80 ┤  ○ DeiT-S
         │
         │
      75 ┤     ● ResNet-50
         │
         │                                      ● VGG-16
         └┬─────────────────┬─────────────┬────────────┬
         20M               50M          100M         200M
                            parameters
      ● convolution   ○ attention
      """),
    ChartPicture(
      "labels beside their points, in ASCII",
      .scatter(
        ScatterChart(
          [
            Series(
              "convolution",
              [DataPoint(25.6e6, 76, label: "ResNet-50"), DataPoint(138e6, 72, label: "VGG-16")]),
            Series("attention", [DataPoint(86e6, 82, label: "ViT-B"), DataPoint(22e6, 80, label: "DeiT-S")]),
          ], x: Axis("parameters", isLogarithmic: true), y: Axis("accuracy", unit: "%"))), width: 52,
      height: 12, isASCII: true,
      """
      accuracy (%)
         |                             o ViT-B
      80 +  o DeiT-S
         |
         |
      75 +     * ResNet-50
         |
         |                                      * VGG-16
         ++-----------------+------------+-------------+
         20M               50M         100M          200M
                            parameters
      * convolution   o attention
      """),
    ChartPicture(
      "labels without room are numbered",
      .scatter(
        ScatterChart(
          [
            Series(
              "",
              [("one point", 1.0), ("its neighbour", 1.0), ("a long name", 3), ("far away", 9)].map {
                DataPoint($1, $1, label: $0)
              })
          ],
          x: Axis(lowest: 0, highest: 5), y: Axis(lowest: 0, highest: 5))), width: 18, height: 10,
      """
      5 ┤
        │  a long name
        │       ●
        │
        │  1 one point
      0 ┤
        └┬───────────┬
         0           5
      1 its neighbour
      far away lies
      outside: 9, 9
      """),
    ChartPicture(
      "roofs with their ridges",
      .roofline(
        Roofline(
          [
            Roofline.Machine("A100", peak: 312e12, bandwidth: 2.04e12),
            Roofline.Machine("T4", peak: 65e12, bandwidth: 320e9),
          ],
          points: [
            Roofline.Point("ResNet-50", intensity: 40),
            Roofline.Point("GEMM", intensity: 800, performance: 250e12),
            Roofline.Point("decode", intensity: 1),
          ])), width: 66, height: 16,
      """
      performance (FLOP/s)
           │                             ⢀⣀◇⠤⠤⠤⠤⠤⠤⠤⠤⠤1⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
      100T ┤              ResNet-50 ⣀⡠⠤⠒⠊⠁  153 FLOP/B
           │                A ⢀⣀⠤⠔⠒●       ⠠⠔◇ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒
           │             ⢀⡠⠤⠒⠊⠁     ⢀⡠⠄ ⠊⠉    203 FLOP/B            B
       10T ┤        ⣀⠤⠔⠒⠉⠁     ⡀ ⠔⠒
           │  ⢀⡠⠤⠒⠊⠉      ⡠⠤ ⠈⠉
           │2⠉⠁     ⣀ ⠐⠒⠁
        1T ┤   ⠠⠤⠂ ⠉
           │⠒⠉
           └┬─────────────┬──────────────┬─────────────┬─────────────┬
            1            10             100           1k            10k
                          arithmetic intensity (FLOP/B)
      ⠤⠤⠤⠤ A A100: 312 TFLOP/s, 2.04 TB/s, ridge 153 FLOP/B
      ⠤⠤ ⠠ B T4: 65 TFLOP/s, 320 GB/s, ridge 203 FLOP/B   1 GEMM
      2 decode
      """),
    ChartPicture(
      "roofs with their ridges, in ASCII",
      .roofline(
        Roofline(
          [
            Roofline.Machine("A100", peak: 312e12, bandwidth: 2.04e12),
            Roofline.Machine("T4", peak: 65e12, bandwidth: 320e9),
          ],
          points: [
            Roofline.Point("ResNet-50", intensity: 40),
            Roofline.Point("GEMM", intensity: 800, performance: 250e12),
            Roofline.Point("decode", intensity: 1),
          ])), width: 66, height: 16, isASCII: true,
      """
      performance (FLOP/s)
           |                                153 FLOP/B
           |              ResNet-50     ***^*********1****************
      100T +                      *@****   oo^oooooooooooooooooooooooo
           |                ******   oooooo   203 FLOP/B
           |          ******    ooooo
       10T +    ******    oooooo
           |2***     ooooo
        1T +   oooooo
           |ooo
           |
           ++-------------+--------------+-------------+-------------+
            1            10             100           1k            10k
                          arithmetic intensity (FLOP/B)
      * A100: 312 TFLOP/s, 2.04 TB/s, ridge 153 FLOP/B
      o T4: 65 TFLOP/s, 320 GB/s, ridge 203 FLOP/B   1 GEMM   2 decode
      """),
  ]
}
