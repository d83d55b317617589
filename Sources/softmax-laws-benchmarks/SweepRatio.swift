import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily
import Specimens

/// A sweep of the C library's functions in binary32 beside calling them alone, in one run.
struct SweepRatio {
  /// What one function costs.
  struct Cost {
    /// The CPU time of filling arrays with the inputs and the function's values.
    var bare = Double.infinity
    /// The CPU time of the sweep.
    var sweep = Double.infinity
    /// What the sweep found.
    var tally = SweepTally()

    /// How many times the bare calls the sweep costs.
    var ratio: Double { sweep / bare }
  }

  private let shards: Int

  /// Creates the comparison over one shard of so many.
  init(shards: Int) { self.shards = shards }

  /// Measures a function in interleaved rounds, and takes the fastest of each.
  func cost(of function: ElementwiseFunction, rounds: Int) -> Cost {
    let sweep = Sweep(
      function, in: .binary32, of: CMathematics.implementation,
      shard: Shard(1, of: shards) ?? .whole)
    var cost = Cost()
    for _ in 0..<rounds {
      cost.bare = min(cost.bare, Resources.seconds { call(function, sweep) })
      cost.sweep = min(
        cost.sweep, Resources.seconds { cost.tally = sweep.run(jobs: 2).progress.tally })
    }
    return cost
  }

  /// Prints the costs of the two functions that most is said of.
  func run() {
    print("binary32, shard 1/\(shards)     bare s   sweep s  ratio  misrounded")
    for function in [ElementwiseFunction.sigmoid, .softplus] {
      let cost = cost(of: function, rounds: shards == 1 ? 1 : 5)
      let figures = String(
        format: "%8.2f  %8.2f  %5.2f  %d", cost.bare, cost.sweep, cost.ratio, cost.tally.misrounded)
      print(function.rawValue.padding(toLength: 24, withPad: " ", startingAt: 0) + figures)
    }
  }

  /// Calls the function for all inputs of the sweep, and does nothing with the values.
  private func call(_ function: ElementwiseFunction, _ sweep: Sweep) {
    guard let kernel = CMathematics.kernels[function] else { return }
    let size = 1 << 14
    var inputs = Array(repeating: Float(0), count: size)
    var values = inputs
    for block in sweep.blocks {
      for start in stride(from: 0, to: sweep.inputs.blockSize, by: size) {
        let first = UInt32(truncatingIfNeeded: block * sweep.inputs.blockSize + start)
        for index in 0..<size {
          inputs[index] = Float(bitPattern: first &+ UInt32(truncatingIfNeeded: index))
        }
        inputs.withUnsafeBufferPointer { inputs in
          values.withUnsafeMutableBufferPointer { kernel(inputs, $0) }
        }
      }
    }
  }
}
