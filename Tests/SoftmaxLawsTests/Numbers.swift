import SoftmaxFamily

extension Tensor {
  /// The vector of exact numbers.
  static func of(_ numbers: Double...) -> Tensor { Tensor(numbers) }
}
