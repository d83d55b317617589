import Arithmetic
import SoftmaxFamily

extension Implementation {
  /// An implementation that keeps some claims, and may make others.
  ///
  /// It depends on its arguments alone, as laws that hold to the last bit expect: exp of one number
  /// is one number, wherever in a row it stands.
  static func simulated(
    keeping kept: Claims, claiming claims: Claims? = nil, erring bias: SimulatedArithmetic.Bias
  ) -> Implementation {
    let formats = Operation.allCases.map { ($0, Format.allCases) }
    return Implementation(
      "simulated", claims: claims ?? kept, operations: Dictionary(uniqueKeysWithValues: formats)
    ) { call throws(CallFailure) in
      let contract = Contract(kept, in: call.format)
      var values: [Double] = []
      for row in 0..<call.rows {
        let arguments = call.row(row).arguments.map {
          Tensor(shape: $0.shape, $0.values.map { Ball($0) })
        }
        var arithmetic = SimulatedArithmetic(contract, seed: 5, steadyBias: bias)
        values += arithmetic.evaluate(call.operation, arguments)
      }
      do throws(ShapeMismatch) {
        let shape = try call.operation.signature.resultShape(of: call.arguments.map(\.shape))
        return Reply(shape: shape, values: values)
      } catch {
        throw .unsupported(error.description)
      }
    }
  }
}
