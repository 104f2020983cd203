import Testing

@testable import Typesetting

/// Heat maps, timelines, networks, and what is no picture.
@Suite struct ChartOtherPictureTests {
  @Test(arguments: pictures)
  func looksAsDrawn(_ picture: ChartPicture) {
    #expect(picture.drawn == picture.expected)
  }

  static let pictures = [
    ChartPicture(
      "a heat map",
      .heatMap(
        HeatMap(
          rows: ["the", "cat", "sat"], columns: ["the", "cat", "sat"],
          values: [[1, 0, 0], [0.4, 0.6, 0], [0.1, 0.7, 0.2]], scale: Axis("attention"))), width: 60,
      height: 12,
      """
          the cat sat
      the ████░░░░░░░░
      cat ▒▒▒▒▓▓▓▓░░░░
      sat ░░░░▓▓▓▓░░░░
      attention
      ░░ 0 – 0.25   ▒▒ 0.25 – 0.5   ▓▓ 0.5 – 0.75   ██ 0.75 – 1
      """),
    ChartPicture(
      "a heat map, in ASCII",
      .heatMap(
        HeatMap(
          rows: ["the", "cat", "sat"], columns: ["the", "cat", "sat"],
          values: [[1, 0, 0], [0.4, 0.6, 0], [0.1, 0.7, 0.2]], scale: Axis("attention"))), width: 60,
      height: 12, isASCII: true,
      """
          the cat sat
      the ####........
      cat ----++++....
      sat ....++++....
      attention
      .. 0 to 0.25   -- 0.25 to 0.5   ++ 0.5 to 0.75
      ## 0.75 to 1
      """),
    ChartPicture(
      "a heat map with its values",
      .heatMap(
        HeatMap(
          rows: ["8", "16"], columns: ["FP16", "INT8"], values: [[0.12, 0.07], [0.23, .nan]],
          scale: Axis("latency", unit: "s"), showsValues: true)), width: 60, height: 12,
      """
         FP16      INT8
      8  ▒▒ 120 ms ░░ 70 ms
      16 ██ 230 ms ××
      latency
      ░░ 70 ms – 110 ms   ▒▒ 110 ms – 150 ms   ▓▓ 150 ms – 190 ms
      ██ 190 ms – 230 ms   × no value
      """),
    ChartPicture(
      "a heat map of percentages, in one unit and with the same decimals",
      .heatMap(
        HeatMap(
          rows: ["it", "the"], columns: ["a", "b"], values: [[10.71, 9.98], [56.6, 0]],
          scale: Axis("weight", unit: "%"), showsValues: true)), width: 60, height: 12,
      """
          a       b
      it  ░░ 10.7 ░░ 10.0
      the ██ 56.6 ░░ 0.0
      weight (%)
      ░░ 0 % – 14.2 %   ▒▒ 14.2 % – 28.3 %   ▓▓ 28.3 % – 42.5 %
      ██ 42.5 % – 56.6 %
      """),
    ChartPicture(
      "a large table by means",
      .heatMap(
        HeatMap(
          rows: [], columns: [], values: (0..<40).map { row in (0..<80).map { Double(row + $0) } })),
      width: 40, height: 9,
      """
      ░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓
      ░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█
      ░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█████
      ░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█████████
      ▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█████████████
      ░░ 0 – 29.5   ▒▒ 29.5 – 59
      ▓▓ 59 – 88.5   ██ 88.5 – 118
      a cell is the mean of 8 × 2 values
      """),
    ChartPicture(
      "spans and a moment",
      .timeline(
        Timeline(
          [
            Timeline.Entry("compute", start: 0, end: 0.012),
            Timeline.Entry("all-reduce", start: 0.012, end: 0.018),
            Timeline.Entry("checkpoint", start: 0.03),
          ], axis: Axis("time", unit: "s"))), width: 50, height: 10,
      """
      compute    │███████████████ 12 ms
      all-reduce │               ███████ 6 ms
      checkpoint │                              30 ms ◆
                 └┬─────┬─────┬─────┬─────┬─────┬─────┬
                  0     5    10    15    20    25    30
                                time (ms)
      """),
    ChartPicture(
      "spans and a moment, in ASCII",
      .timeline(
        Timeline(
          [
            Timeline.Entry("compute", start: 0, end: 0.012),
            Timeline.Entry("all-reduce", start: 0.012, end: 0.018),
            Timeline.Entry("checkpoint", start: 0.03),
          ], axis: Axis("time", unit: "s"))), width: 50, height: 10, isASCII: true,
      """
      compute    |[=============] 12 ms
      all-reduce |              [=======] 6 ms
      checkpoint |                              30 ms *
                 ++-----+-----+-----+-----+-----+-----+
                  0     5    10    15    20    25    30
                                time (ms)
      """),
    ChartPicture(
      "a network with activations and weights",
      .network(
        NetworkDiagram(
          [
            NetworkDiagram.Layer("in", units: 2, activations: [1, 0.5]),
            NetworkDiagram.Layer("hidden", units: 3, activations: [0, 0.25, 0.75]),
            NetworkDiagram.Layer("out", units: 1, activations: [1]),
          ], weights: [[[1, -1], [0, 1], [1, 1]], [[1, -1, 0.5]]])), width: 50, height: 11,
      """
              ●⠐⠶⣒⠒⠒⠒⠒⠒⠒⠒⠒⠒⢒⠒⠖○⠐⠢⠤⣀⡀
                  ⠑⠢⢄   ⢀ ⠂        ⠈⠉⠒⠢⠤⢄⣀
                     ⢉⠢⢆⡀  ⣀⣀⠤◔⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠍⣱⣒⠤●
                  ⠠ ⣂⣀⠤⠔⠚⠚⠭⡀        ⣀⣀⠤⠔⠒⠊⠉
              ◑⠠⠴⠷⠮⠭⠤⠤⠤⠤⠤⠤⠤⠬⠵⠦◕⠠⠔⠒⠊⠉
              in            hidden           out
              2               3               1
      ○ ◔ ◑ ◕ ● activation from 0 to 1
      ⠤⠤⠤ weight above 0   ⠄⠠⠄ below 0
      largest weight 1, none drawn below a twentieth
      """),
    ChartPicture(
      "a network with activations and weights, in ASCII",
      .network(
        NetworkDiagram(
          [
            NetworkDiagram.Layer("in", units: 2, activations: [1, 0.5]),
            NetworkDiagram.Layer("hidden", units: 3, activations: [0, 0.25, 0.75]),
            NetworkDiagram.Layer("out", units: 1, activations: [1]),
          ], weights: [[[1, -1], [0, 1], [1, 1]], [[1, -1, 0.5]]])), width: 50, height: 11, isASCII: true,
      """
              9...............0....
                 ....   -  -       .......
                     -..  ....2-  -  -  - ....9
                  -.........       .......
              5...............7....
              in            hidden           out
              2               3               1
      0 ... 9 activation from 0 to 1
      ... weight above 0   --- below 0
      largest weight 1, none drawn below a twentieth
      """),
    ChartPicture(
      "units left out of large layers",
      .network(NetworkDiagram([784, 128, 10].map { NetworkDiagram.Layer("dense", units: $0) })), width: 32,
      height: 12,
      """
           ○⠰⣶⣒⠒⠒⠒⢒⣲⡶○⠰⣶⣒⠒⠒⠒⢒⣲⡶○
             ⠱⡑⣍⠶⢎⡕⡱⠁  ⠱⡑⣍⠶⢎⡕⡱⠁
           ○⠠⣶⠽⡤⡵⡥⡼⣵⡦○⠠⣶⠽⡤⡵⡥⡼⣵⡦○
             ⠑⡭⣻⡤⣺⠫⡔⠁  ⠑⡭⣻⡤⣺⠫⡔⠁
           ○⠠⡾⠭⢦⡵⣥⠯⠾⡦○⠠⡾⠭⢦⡵⣥⠯⠾⡦○
             ⠈⠢⡰⡣⡳⡠⠊   ⠈⠢⡰⡣⡳⡠⠊
           ⋮  ⡰⡝⡣⡛⡵⡀ ⋮  ⡰⡝⡣⡛⡵⡀ ⋮
             ⣰⡯⠊ ⠈⠪⣷⡀  ⣰⡯⠊ ⠈⠪⣷⡀
           ○⠰⠯⠤⠤⠤⠤⠤⠬⠷○⠰⠯⠤⠤⠤⠤⠤⠬⠷○
         dense     dense     dense
          784       128        10
      """),
    ChartPicture(
      "nothing to draw",
      .line(LineChart([Series("", [DataPoint(.nan, 1)])])), width: 40, height: 10,
      """
      no data
      """),
    ChartPicture(
      "words where there is no room",
      .bar(BarChart([BarChart.Bar("a", 1), BarChart.Bar("b", 2)])), width: 12, height: 10,
      """
      Bar chart.
      a: 1; b: 2.
      """),
  ]
}
