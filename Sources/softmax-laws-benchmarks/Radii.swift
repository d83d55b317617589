import Arithmetic
import Foundation
import PropertyEngine
import Randomness
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference

/// The relative radii of certified values at random arguments, rows of at most 1000 entries, as a table in Markdown.
///
/// Arguments come from the domains of the operations' accuracy laws, in all four formats. Results under
/// `2^-17000`, of which only the size is known, do not count; those whose enclosure holds zero
/// beside other numbers are counted on their own.
struct Radii {
  /// The largest length of a row.
  static let longest = 1000
  /// What a radius should not exceed, as a part of the value.
  static let aim = 0x1p-92

  /// The number of cases of an operation.
  let cases: Int

  /// What is found of one function by one way to evaluate it.
  private struct Finding {
    var values = 0
    var largest = 0.0
    var above = 0
    var open = 0
    var worst: [Tensor] = []

    mutating func take(_ value: Ball, at arguments: [Tensor]) {
      guard value.isReal, !value.isZero, value.exponent > -17_000 else { return }
      values += 1
      guard !value.mayBeZero else {
        open += 1
        worst = arguments
        return
      }
      let relative = value.radius / abs(value.significand.high)
      if relative > Radii.aim { above += 1 }
      if relative > largest {
        largest = relative
        if open == 0 { worst = arguments }
      }
    }

    var text: String {
      let radius = largest == 0 ? "0" : String(format: "2^%.1f", log2(largest))
      return "\(radius) | \(above) | \(open)"
    }
  }

  /// Prints a line an elementary function and an operation, or the worst arguments of one.
  func print(_ name: String?) -> Bool {
    let functions = ElementaryFunction.allCases.filter { name == nil || $0.rawValue == name }
    let operations = SoftmaxFamily.Operation.allCases.filter {
      name == nil || $0.rawValue == name
    }
    guard !functions.isEmpty || !operations.isEmpty else { return false }
    Swift.print("| | values | largest radius | above 2^-92 | holds zero | certify | above | zero |")
    Swift.print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for function in functions {
      let finding = finding(function)
      Swift.print("| \(function.rawValue) | \(finding.values) | \(finding.text) | | | |")
    }
    for operation in operations {
      let (fast, sharp) = (
        finding(operation, Reference.evaluate), finding(operation, Reference.certify)
      )
      Swift.print(
        "| \(operation.rawValue) | \(fast.values) | \(fast.text) | \(sharp.text) |")
      guard name != nil else { continue }
      for tensor in fast.worst + sharp.worst {
        Swift.print(tensor.shape, tensor.values.map(HexadecimalText.text).joined(separator: " "))
      }
    }
    return true
  }

  private func finding(_ function: ElementaryFunction) -> Finding {
    var (random, finding) = (Xoshiro256StarStar(seed: 1), Finding())
    for _ in 0..<cases {
      let arguments = function.arguments(&random)
      finding.take(function.value(arguments), at: [Tensor(arguments)])
    }
    return finding
  }

  private func finding(
    _ operation: SoftmaxFamily.Operation,
    _ evaluate: (SoftmaxFamily.Operation, [Tensor]) throws -> Tensor
  ) -> Finding {
    var finding = Finding()
    guard
      let law = Catalogue.laws.first(where: { $0.isAccuracy && $0.operations == [operation] })
    else { return finding }
    let seeds = CaseSeeds(seed: 1, property: law.name)
    for index in 0..<cases {
      let format = Format.allCases[index % Format.allCases.count]
      var source = ChoiceSource(seed: seeds[index])
      guard let instance = try? law.instance(in: format, from: &source) else { continue }
      let arguments = instance.arguments.map(\.value.tensor)
      guard arguments.allSatisfy({ ($0.shape.max() ?? 0) <= Self.longest }),
        let value = try? evaluate(operation, arguments)
      else { continue }
      for ball in value.elements { finding.take(ball, at: arguments) }
    }
    return finding
  }
}
