import Arithmetic
import FixtureSupport
import SoftmaxFamily

extension TrialInputs {
  /// The arguments of an operation of the sparse maps.
  mutating func sparse(_ operation: Operation, _ n: Int) -> [Tensor] {
    guard let form = operation.sparseForm else { return [] }
    let alpha = alpha(of: form.map)
    let z = scores(n, alpha: alpha)
    let companion = form.part == .vectorJacobianProduct ? vector(n) : points(n)
    let parameters: [Tensor] =
      switch form.map {
      case .sparsemax, .entmax15: []
      case .entmax: [Tensor(alpha)]
      case .alphaReLU: [Tensor(alpha), Tensor(format.rounded(random.double(in: -1...1)))]
      }
    switch form.part {
    case .value: return [z] + parameters
    case .vectorJacobianProduct: return [z] + parameters + [companion]
    case .loss, .lossGradient: return [companion, z] + parameters
    }
  }

  private mutating func alpha(of map: SparseForm.Map) -> Double {
    if map == .sparsemax { return 2 }
    if map == .entmax15 { return 1.5 }
    let alphas = [1.5, 2, 1.25, 1.75, 1.0625, 1.9, 4.0 / 3, 1.1]
    return format.rounded(alphas[random.integer(in: 0...alphas.count - 1)])
  }

  /// Scores: ordinary, tied, far from zero, and around the border of the support.
  private mutating func scores(_ n: Int, alpha: Double) -> Tensor {
    let kind = random.integer(in: 0...6)
    let gap = 1 / (alpha - 1)
    let top = kind == 5 ? random.double(exponents: 0...6).rounded() : 0
    let reach = [0.05, 0.5, 1][random.integer(in: 0...2)] * gap
    return Tensor(
      (0..<n).map { i in
        let u = format.unitRoundoff
        let value =
          switch kind {
          case 0: random.double(in: -4...4)
          case 1: Double(random.integer(in: -1...1)) / 4
          case 2: i == 0 ? gap : gap * u * Double(random.integer(in: -8...8))
          case 3: i == 0 ? 0 : -gap * Double(i) / Double(n)
          case 4: i < 2 ? 0 : -gap / 2 * (1 + u * Double(random.integer(in: -9...9)))
          default: random.double(in: -reach...reach)
          }
        return format.rounded(value + top)
      })
  }

  /// Targets whose sum is about one, often a single one.
  private mutating func points(_ n: Int) -> Tensor {
    let label = random.integer(in: 0...n - 1)
    let isHard = random.integer(in: 0...1) == 0
    return Tensor(
      (0..<n).map { i in
        isHard ? (i == label ? 1 : 0) : format.rounded(random.double(in: 0...1) / Double(n))
      })
  }
}
