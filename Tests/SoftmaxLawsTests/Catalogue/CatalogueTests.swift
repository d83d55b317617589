import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Synchronization
import Testing

@Suite("The catalogue") struct CatalogueTests {
  @Test func `names every law once, in lower-case words with hyphens`() {
    let names = Catalogue.laws.map(\.name)
    #expect(Set(names).count == names.count)
    let odd = names.filter { name in
      name.split(separator: "-", omittingEmptySubsequences: false).contains { word in
        word.isEmpty || !word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
      }
    }
    #expect(odd == [])
  }

  @Test func `has laws enough, in chapters that have titles of their own`() {
    #expect(Catalogue.laws.count >= 150)
    #expect(Catalogue.chapters.flatMap { $0.laws.map(\.name) } == Catalogue.laws.map(\.name))
    #expect(Set(Catalogue.chapters.map(\.title)).count == Catalogue.chapters.count)
    #expect(Catalogue.chapters.allSatisfy { !$0.title.isEmpty && !$0.laws.isEmpty })
  }

  @Test func `gives every law a statement, a source, operations and inputs`() {
    let incomplete = Catalogue.laws.filter { law in
      law.statement.isEmpty || law.source.isEmpty || law.operations.isEmpty || law.inputs.isEmpty
        || law.inputs.contains { $0.name.isEmpty || $0.domain.isEmpty }
    }
    #expect(incomplete.map(\.name) == [])
  }

  @Test func `gives the inputs of a law different names`() {
    let ambiguous = Catalogue.laws.filter { law in
      Set(law.inputs.map(\.name)).count != law.inputs.count
    }
    #expect(ambiguous.map(\.name) == [])
  }

  @Test func `states no two laws alike`() {
    let statements = Catalogue.laws.map(\.statement)
    let repeated = statements.filter { text in statements.count { $0 == text } > 1 }
    #expect(repeated == [])
  }

  @Test func `finds laws by name`() {
    let found = Catalogue.laws.map { Catalogue.law(named: $0.name)?.statement }
    #expect(found == Catalogue.laws.map(\.statement))
    #expect(Catalogue.law(named: "softmax-sum-two") == nil)
    #expect(Catalogue.law(named: "") == nil)
  }

  @Test func `compares every operation with the certified one`() throws {
    var compared: Set<Operation> = []
    for law in Catalogue.laws {
      let called = Mutex<Set<Operation>>([])
      let functions = Law.Functions(
        subject: Reference.function,
        certified: { operation in
          called.withLock { _ = $0.insert(operation) }
          return Reference.function(operation)
        })
      let drawn = DrawnCases(law, in: .binary32, attempts: 2)
      for instance in drawn.cases { _ = try instance.finding(with: functions) }
      let certified = called.withLock { $0 }
      #expect(certified.isEmpty || certified == Set(law.operations))
      compared.formUnion(certified)
    }
    #expect(Set(Operation.allCases).subtracting(compared) == [])
  }

  @Test func `has the laws that the textbook is known for`() {
    let expected = [
      "softmax-sum-one", "softmax-shift-invariance", "softmax-two-is-sigmoid",
      "softmax-jacobian-formula", "softmax-order-preserving", "softmax-masked",
      "lse-le-max-ln-n", "lse-ge-max", "lse-convex", "lse-gradient", "lse-extreme-finite",
      "logsoftmax-finite", "sigmoid-reflection", "logit-inverse", "softplus-reflection",
      "invsoft-left-inverse", "invsoft-right-inverse", "inverse-function-theorem",
      "bce-gradient", "cce-gradient", "cce2-equals-bce", "cce2-gradient-antisymmetric",
      "cce-nonneg", "entropy-range", "kl-nonneg", "pinsker", "softmax-of-joint",
      "lda-affine-posterior", "logreg-gradient", "logreg-convex", "keras-hidden-gradient",
    ]
    #expect(expected.filter { Catalogue.law(named: $0) == nil } == [])
  }

  @Test func `has every law among those tried with faults`() {
    let tables = [
      LawBinaryCrossEntropyTests.faults, LawCategoricalCrossEntropyTests.faults,
      LawCrossEntropyGradientsTests.faults, LawEntropyTests.faults, LawJacobianTests.faults,
      LawLogSoftmaxTests.faults, LawLogSumExpTests.faults, LawLogSumExpFunctionTests.faults,
      LawOperatorTests.faults, LawReducedDerivativesTests.faults, LawReducedSoftmaxTests.faults,
      LawSigmoidTests.faults, LawSoftmaxSymmetriesTests.faults, LawSoftmaxValuesTests.faults,
      LawSoftplusTests.faults, LawSparsemaxTests.faults, LawEntmaxTests.faults,
      LawSparseDerivativesTests.faults, LawFenchelYoungTests.faults, LawAlphaReLUTests.faults,
      LawTemperatureTests.faults, LawVectorProductsTests.faults,
      LawSoftmaxLimitsTests.faults, LawSoftmaxMergingTests.faults, LawJacobianNormsTests.faults,
      LawLogSumExpTailsTests.faults, LawEntropyOfSoftmaxTests.faults,
      LawSigmoidDerivativesTests.faults, LawLogitAndIntegralsTests.faults,
      LawUnconstrainedTests.faults, LawBinaryDerivativesTests.faults, LawMultipleLabelsTests.faults,
      LawCategoricalWeightsTests.faults,
      LawHessianTests.faults, LawSigmoidCurvatureTests.faults, LawReducedHessianTests.faults,
      LawChainRuleTests.faults, LawCrossEntropyHessianTests.faults, LawAxisTests.faults,
      LawBatchesTests.faults, LawPaddingTests.faults, LawNotANumberTests.faults,
      LawInfinitiesTests.faults, LawSpecialScalarsTests.faults, LawSpecialLossesTests.faults,
      LawSpecialScalesTests.faults, LawSpecialSparseMapsTests.faults,
      LawBayesPosteriorTests.faults, LawDiscriminantsTests.faults,
      LawExponentialFamiliesTests.faults, LawLogisticRegressionTests.faults,
      LawLogisticRegressionHessianTests.faults, LawDenseClassifierTests.faults,
    ]
    let names = tables.flatMap(\.keys).sorted()
    #expect(names == Catalogue.laws.map(\.name).sorted())
    #expect(tables.allSatisfy { $0.values.allSatisfy { $0.count >= 2 } })
  }
}
