import Arithmetic
import PropertyEngine
import SoftmaxFamily

@testable import SoftmaxLaws

/// One case: the values of the domains, drawn after each other as for a law.
struct DomainDraw {
  let format: Format
  let tensors: [Tensor]
  let frame: Frame

  /// The numbers of one of the values.
  subscript(index: Int) -> [Double] { tensors[index].values }

  /// Whether all numbers are finite values of the format.
  var isOfFormat: Bool {
    tensors.allSatisfy { $0.values.allSatisfy { $0.isFinite && format.contains($0) } }
  }

  /// Cases of all formats that the domains make together, and no discarded ones.
  static func all(_ domains: Domain<Tensor>..., attempts: Int = 80) -> [DomainDraw] {
    Format.allCases.flatMap { format in
      (0..<attempts).compactMap { index in
        var source = ChoiceSource(seed: UInt64(index))
        var frame = Frame(format: format)
        guard let tensors = try? domains.map({ try $0.draw(from: &source, in: &frame) }) else {
          return nil
        }
        return DomainDraw(format: format, tensors: tensors, frame: frame)
      }
    }
  }

  /// Whether the sum of two doubles is a value of the format, exactly.
  func isExactSum(_ a: Double, _ b: Double) -> Bool {
    let sum = a + b
    let part = sum - a
    return (a - (sum - part)) + (b - part) == 0 && format.contains(sum)
  }

  /// Whether the product of two doubles is a value of the format, exactly.
  func isExactProduct(_ a: Double, _ b: Double) -> Bool {
    let product = a * b
    return (-product).addingProduct(a, b) == 0 && format.contains(product)
  }
}
