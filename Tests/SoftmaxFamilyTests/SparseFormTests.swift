import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The form of an operation of the sparse maps") struct SparseFormTests {
  @Test func `is every map with every part, and no other operation's`() {
    let forms = Operation.allCases.compactMap(\.sparseForm)
    #expect(forms.count == 16)
    #expect(Set(forms.map { "\($0.map) \($0.part)" }).count == 16)
    #expect(Operation.softmax.sparseForm == nil && Operation.softmax.sparseFormula.isEmpty)
  }

  @Test func `finds the arguments wherever they stand`() throws {
    for operation in Operation.allCases {
      guard let form = operation.sparseForm else { continue }
      let parameters = operation.signature.parameters
      let numbers = ["z": 1.0, "v": 2, "targets": 3, "alpha": 1.25, "tau": 0.5]
      let arguments = parameters.map { parameter in
        let value = numbers[parameter.name] ?? 0
        return parameter.dimensions.isEmpty ? Tensor(value) : Tensor([value, value])
      }
      let found = SparseArguments(form, arguments)
      #expect(found.z.values == [1, 1])
      let names = parameters.map(\.name)
      let companion: [Double] =
        names.contains("v") ? [2, 2] : names.contains("targets") ? [3, 3] : []
      #expect(found.companion.values == companion)
      let alpha = form.map == .sparsemax ? 2 : form.map == .entmax15 ? 1.5 : 1.25
      #expect(found.alpha.value == alpha)
      #expect(found.tau.value == (form.map == .alphaReLU ? 0.5 : 0))
    }
  }
}
