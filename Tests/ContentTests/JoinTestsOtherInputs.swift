import Engine
import Foundation
import Testing

@testable import Content

/// The calculators of the digit network with inputs that no worked example has, against arithmetic in plain Swift:
/// they compute, and do not repeat the author's numbers.
@Suite struct JoinTestsOtherInputs {
  struct Case: Sendable, CustomTestStringConvertible {
    var calculator: String
    /// Entries by input; `calculator/input` sets one of another calculator.
    var inputs: [String: String]
    /// What is expected, by output.
    var outputs: [String: Expected]
    var testDescription: String { "\(calculator) \(inputs.sorted { $0.key < $1.key }.map { $0.value })" }

    init(_ calculator: String, _ inputs: [String: String], _ outputs: [String: Expected]) {
      self.calculator = calculator
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  struct Expected: Sendable {
    var value: JoinExample.Bare
    var unit: String

    static func number(_ number: Double, _ unit: String = "x") -> Self {
      Self(value: .number(number), unit: unit)
    }
    static func list(_ numbers: [Double]) -> Self {
      Self(value: .list(numbers.map { .number($0) }), unit: "x")
    }
    static func text(_ text: String) -> Self { Self(value: .text(text), unit: "") }
    static func truth(_ truth: Bool) -> Self { Self(value: .truth(truth), unit: "") }
  }

  /// Weights and biases of layers of 300, 50, 20 and 5 units.
  static let smallParameters: Double = 300 * 50 + 50 + 50 * 20 + 20 + 20 * 5 + 5
  static let smallMACs: Double = 300 * 50 + 50 * 20 + 20 * 5

  static let networks: [Case] = [
    Case(
      "ch05-mnist-macs", ["widths": "[300, 50, 20, 5]"],
      [
        "layer1": .number(15_000, "MAC"), "layer2": .number(1000, "MAC"),
        "output_layer": .number(100, "MAC"), "total": .number(smallMACs, "MAC"),
        "first_share": .number(15_000 / smallMACs),
      ]),
    Case(
      "ch05-mnist-macs", ["widths": "[300, 5]"],
      [
        "layer1": .number(1500, "MAC"), "layer2": .number(0, "MAC"), "output_layer": .number(0, "MAC"),
        "total": .number(1500, "MAC"), "first_share": .number(1),
      ]),
    Case(
      "ch05-mnist-param-count", ["widths": "[300, 50, 20, 5]", "bytes_per_param": "2 B"],
      [
        "hidden1": .number(15_050), "hidden2": .number(1020), "output_layer": .number(105),
        "params": .number(smallParameters), "size": .number(smallParameters * 2 / 1000, "KB"),
        "macs": .number(smallMACs, "MAC"), "flops": .number(2 * smallMACs, "FLOP"),
        "share": .number(15_050 / smallParameters),
      ]),
    Case(
      "ch05-bias-share", ["widths": "[300, 50, 20, 5]"],
      [
        "biases": .number(75), "params": .number(smallParameters),
        "share": .number(100 * 75 / smallParameters, "%"),
      ]),
    Case(
      "ch05-self-test-params", ["widths": "[300, 50, 5]", "images": "4"],
      [
        "weights": .list([15_000, 250]), "total": .number(15_305), "activations": .number(4 * 355),
        "activations_without_input": .number(4 * 55),
      ]),
    Case(
      "s000-widen-hidden",
      ["small_widths": "[10, 4, 2]", "large_widths": "[10, 40, 2]", "small_accuracy": "90"],
      [
        "small_params": .number(54), "large_params": .number(522), "small_size": .number(216, "B"),
        "large_size": .number(2088, "B"), "param_ratio": .number(522.0 / 54), "accuracy_gain": .number(0.095),
        "error_ratio": .number(20),
      ]),
    Case(
      "ch05-depth-width-neurons",
      ["deep_layers": "4", "deep_width": "20", "wide_layers": "1", "wide_width": "80"],
      [
        "deep_neurons": .number(80), "wide_neurons": .number(80), "deep_weights": .number(1200),
        "wide_weights": .number(0), "weight_ratio": .number(0), "wait_ratio": .number(4),
      ]),
    Case(
      "ch05-hog-digit",
      ["image_side": "56", "cell_side": "7", "bins": "12", "classes": "26", "bytes_per_value": "2 B"],
      [
        "grid": .number(8), "cells": .number(64), "features": .number(768),
        "classifier_macs": .number(768 * 26, "MAC"), "memory": .number(1536, "B"),
        "ratio_to_rules": .number(80),
      ]),
  ]

  static let memory: [Case] = {
    // Layers of 784, 256 and 10 units, half precision, plain gradient descent.
    let parameters = 784.0 * 256 + 256 + 256 * 10 + 10
    let weights = parameters * 2
    let activations = 64.0 * (784 + 256 + 10) * 2
    let one = (784.0 + 256 + 10) * 2
    let digit = 109_386.0 * 4
    return [
      Case(
        "ch05-mnist-training-memory",
        ["widths": "[784, 256, 10]", "batch": "64", "bytes_per_value": "2 B", "optimizer_name": "SGD"],
        [
          "params": .number(parameters), "weights": .number(weights, "B"), "gradients": .number(weights, "B"),
          "optimizer": .number(0, "B"), "activations": .number(activations, "B"),
          "training": .number(2 * weights + activations, "B"), "inference_activations": .number(one, "B"),
          "inference": .number(weights + one, "B"),
          "ratio": .number((2 * weights + activations) / (weights + one)),
          "inference_same_batch": .number(weights + activations, "B"),
          "ratio_same_batch": .number((2 * weights + activations) / (weights + activations)),
        ]),
      Case(
        "ch05-mnist-training-memory",
        ["batch": "1024", "inference_batch": "8", "optimizer_name": "momentum"],
        [
          "optimizer": .number(digit, "B"), "activations": .number(1024 * 986 * 4, "B"),
          "training": .number(3 * digit + 1024 * 986 * 4, "B"),
          "inference": .number(digit + 8 * 986 * 4, "B"),
        ]),
      Case(
        "ch05-mnist-activations",
        ["batch": "128", "inference_batch": "4", "adam_moments": "1", "bytes_per_value": "1 B"],
        [
          "act_input": .number(100_352), "act_h2_kb": .number(8.192, "KB"), "act_total": .number(126_208),
          "weights": .number(109_386, "B"), "optimizer": .number(109_386, "B"),
          "total_training": .number(3 * 109_386 + 126_208, "B"),
          "total_inference": .number(109_386 + 4 * 986, "B"),
          "ratio": .number((3 * 109_386 + 126_208) / (109_386.0 + 4 * 986)),
        ]),
      Case(
        "ch05-activation-table",
        [
          "ch05-mnist-training-memory/batch": "100", "ch05-mnist-training-memory/bytes_per_value": "2 B",
          "ch05-mnist-training-memory/widths": "[300, 50, 5]",
        ],
        [
          "input_values": .number(30_000), "h1_values": .number(5000), "h2_values": .number(0),
          "out_values": .number(500), "all_values": .number(35_500), "input_memory": .number(60, "KB"),
          "all_memory": .number(71, "KB"),
        ]),
      Case(
        "ch05-mnist-vs-gpt2", ["gpt2_params": "7e9", "bytes_per_param": "2 B"],
        [
          "mnist_size": .number(218_772, "B"), "gpt2_size": .number(14, "GB"),
          "ratio": .number(7e9 / 109_386), "gpt2_training": .number(56, "GB"),
        ]),
      Case(
        "ch05-napkin-100m",
        [
          "params": "7e9", "bytes_per_param": "2 B", "copies": "3", "vram": "80 GB",
          "activations_per_sample": "0.7 GB", "hw": "t4",
        ],
        [
          "model": .number(42, "GB"), "left": .number(38, "GB"), "max_batch": .number(54),
          "verdict": .text("trains"), "largest_model": .number(16e9 / 6),
        ]),
      Case(
        "ch05-napkin-100m", ["params": "7e9", "vram": "24 GB"],
        [
          "model": .number(112, "GB"), "left": .number(-88, "GB"), "max_batch": .number(0),
          "verdict": .text("does not train"),
        ]),
      Case(
        "ch05-adam-bytes-footnote", ["values_per_param": "2", "bytes_per_value": "2 B"],
        ["bytes": .number(4, "B"), "ratio": .number(2)]),
    ]
  }()

  static let time: [Case] = {
    // A layer of 2,048 by 1,024 units and 16 images in half precision.
    let operations = 2.0 * 16 * 2048 * 1024
    let bytes = 2.0 * (2048 * 1024 + 16 * (2048 + 1024))
    let layer = ["batch": "16", "input_width": "2048", "layer_width": "1024"]
    return [
      Case(
        "ch05-napkin-bound", layer.merging(["hw": "h100_sxm"]) { $1 },
        [
          "product": .number(16_384), "product_batch1": .number(1024), "memory_bound": .truth(false),
          "rule_says": .text("compute-bound"), "flops": .number(operations, "FLOP"),
          "bytes": .number(bytes, "B"), "intensity": .number(operations / bytes, "FLOP/B"),
          "ridge": .number(989e12 / 3.35e12, "FLOP/B"), "roofline_says": .text("memory-bound"),
        ]),
      Case(
        "ch05-napkin-bound",
        [
          "batch": "4096", "input_width": "2048", "layer_width": "1024", "hw": "t4", "bytes_per_value": "1 B",
        ],
        [
          "intensity": .number(2.0 * 4096 * 2048 * 1024 / (2048 * 1024 + 4096 * 3072), "FLOP/B"),
          "ridge": .number(65e12 / 320e9, "FLOP/B"), "roofline_says": .text("compute-bound"),
        ]),
      Case(
        "ch05-napkin-bound", ["batch": "2", "layer_width": "100", "bound_threshold": "201"],
        ["memory_bound": .truth(true), "rule_says": .text("memory-bound")]),
      Case(
        "ch05-napkin-epoch",
        [
          "images": "1281167", "flops_per_image": "8.2 GFLOP", "r_peak": "312 TFLOP/s",
          "training_factor": "4",
        ],
        [
          "flops": .number(1_281_167 * 8.2e9, "FLOP"), "time": .number(1_281_167 * 8.2e9 / 312e12, "s"),
          "training": .number(4 * 1_281_167 * 8.2e9 / 312e12, "s"),
        ]),
      Case(
        "ch05-h100-macs", ["hw": "t4", "flops_per_mac": "1"],
        ["peak": .number(65, "TFLOP/s"), "macs_per_s": .number(65, "TMAC/s")]),
      Case(
        "ch05-training-cost-factor", ["forward_macs": "1000000", "backward_cost": "3", "images": "500"],
        [
          "factor": .number(4), "macs_per_image": .number(4e6, "MAC"), "macs_per_epoch": .number(2, "GMAC"),
        ]),
      Case(
        "s000-dqn-decision-rate", ["frame_rate_hz": "120", "frames_per_action": "3", "frame_side": "64"],
        [
          "decisions": .number(40, "Hz"), "inputs_per_decision": .number(16_384),
          "deadline": .number(25, "ms"),
        ]),
      Case(
        "ch05-weight-read-energy",
        ["ch05-mnist-weights-size/params": "1000000", "ch05-mnist-macs/widths": "[1000, 1000]"],
        [
          "reading": .number(1e6 * 640e-12, "J"), "arithmetic": .number(1e6 * 4.6e-12, "J"),
          "ratio": .number(640 / 4.6),
        ]),
    ]
  }()

  static let history: [Case] = [
    Case(
      "ch05-training-energy",
      ["lenet_energy": "20 kWh", "training_days": "2", "gpt4_energy": "1000 MWh", "household_energy": "5"],
      [
        "lenet_household_days": .number(20 / (5000 / 365.25), "day"),
        "mean_power": .number(20_000.0 / 48, "W"),
        "gpt4_homes": .number(200), "ratio": .number(50_000),
      ]),
    Case(
      "ch05-compute-growth", ["doubling_general": "6", "doubling_large_models": "24"],
      ["b_per_year": .number(4), "c_per_year": .number(2.0.squareRoot())]),
    Case(
      "ch05-frontier-doubling", ["growth_low": "2", "growth_high": "16", "moore_doubling": "36"],
      [
        "doubling": Expected(value: .list([.number(3), .number(12)]), unit: "month"),
        "vs_moore": .list([3, 12]),
      ]),
    Case(
      "ch05-historical-scaling", ["lenet_flops": "1e12", "gpt4_flops": "2e25", "lenet_params": "60000"],
      [
        "flops_growth": .number(2e13), "params_growth": .number(3e7),
        "per_year": .number(pow(2e13, 1.0 / 34)),
      ]),
    Case(
      "ch05-imagenet-errors", ["err_2011": "28", "alexnet_2012": "16", "resnet_2015": "4", "human": "5"],
      [
        "drop_2012": .number(12, "pp"), "drop_2015": .number(12, "pp"), "below_human": .number(1, "pp"),
        "total_factor": .number(7),
      ]),
  ]

  static let arithmetic: [Case] = {
    let logits = [100.0, 99.0, 90.0]
    let total = logits.reduce(0) { $0 + exp($1) }
    let exclusive = [("[0, 0]", 0.0, -0.5), ("[0, 1]", 1, 0.5), ("[1, 0]", 1, 0.5), ("[1, 1]", 0, -0.5)]
    func sigmoid(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
    return [
      Case(
        "ch05-softmax", ["logits": "[100, 99, 90]", "shift": "off"],
        [
          "probabilities": .list(logits.map { exp($0) / total }), "winner": .number(exp(100) / total),
          "total": .number(1), "overflow": .text("overflows FP32"),
        ]),
      Case("ch05-softmax", ["logits": "[100, 99, 90]"], ["overflow": .text("is safe in FP32")]),
      Case("ch05-softmax-overflow", ["fp32_max": "65504"], ["limit": .number(log(65_504))]),
      Case(
        "ch05-gradient-10-layers", ["max_derivative": "0.5", "layers": "20"],
        [
          "factor": .number(1.0 / 1_048_576), "shrink": .number(1_048_576), "verdict": .text("vanishes"),
        ]),
      Case(
        "ch05-gradient-10-layers", ["max_derivative": "1.5", "layers": "30"],
        ["factor": .number(pow(1.5, 30)), "verdict": .text("explodes")]),
      Case(
        "ch05-gradient-20-layers", ["max_derivative": "0.5", "layers": "8"], ["factor": .number(1.0 / 256)]),
      Case(
        "ch05-one-neuron", ["x": "[1, 2]", "w": "[0.5, -1]", "bias": "0.25", "activation": "sigmoid"],
        ["z": .number(-1.25), "a": .number(sigmoid(-1.25)), "says": .text("active")]),
      Case(
        "ch05-one-neuron", ["x": "[1, 2]", "w": "[0.5, -1]", "bias": "0.25"],
        ["a": .number(0), "says": .text("silent")]),
      Case(
        "ch05-one-neuron", ["bias": "1", "activation": "tanh"],
        ["z": .number(1.16), "a": .number(tanh(1.16))]),
      Case(
        "ch05-activation-explorer", ["x": "-2"],
        [
          "sigmoid_value": .number(sigmoid(-2)), "sigmoid_slope": .number(sigmoid(-2) * sigmoid(2)),
          "tanh_value": .number(tanh(-2)), "tanh_slope": .number(1 - tanh(2) * tanh(2)),
          "relu_value": .number(0), "relu_slope": .number(0), "best": .text("sigmoid"),
        ]),
    ]
      + exclusive.map { input, answer, score in
        Case(
          "ch05-xor-forward", ["x": input],
          [
            "pre_activation": .number(score), "y": .number(sigmoid(score)),
            "answer": .text(answer == 1 ? "true" : "false"),
            "expected": .text(answer == 1 ? "true" : "false"),
          ])
      }
  }()

  static let cases = networks + memory + time + history + arithmetic

  @Test(arguments: cases) func calculatorComputes(_ test: Case) throws {
    var workbook = try #require(JoinTests.book).workbook
    for (name, entry) in test.inputs {
      let parts = name.split(separator: "/").map(String.init)
      try workbook.setInput(
        parts[parts.count - 1], of: parts.count == 2 ? parts[0] : test.calculator, to: entry)
    }
    let outputs = try #require(workbook.result(of: test.calculator)).outputs
    for (name, expected) in test.outputs.sorted(by: { $0.key < $1.key }) {
      let output = outputs.first { $0.name == name }
      let place = "\(test.calculator): \(name): expected \(expected.value) \(expected.unit)"
      guard let value = output?.value else {
        Issue.record("\(place), found no value: \(output?.error?.message ?? "no such output")")
        continue
      }
      let units = workbook.library.units
      let found = JoinUnit(expected.unit, units: units).value(value, units: units)
      #expect(
        found?.agrees(with: expected.value, within: 1e-9) == true,
        "\(place), found \(found.map { "\($0)" } ?? "another kind") (\(output?.text ?? ""))")
    }
  }
}
