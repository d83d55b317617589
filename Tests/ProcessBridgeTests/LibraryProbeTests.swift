import Arithmetic
import FixtureSupport
import SoftmaxFamily
import Synchronization
import Testing

@testable import ProcessBridge

@Suite("The probe of a library", .waiting)
struct LibraryProbeTests {
  private static let everything = Dictionary(
    uniqueKeysWithValues: Operation.allCases.map { ($0, Format.allCases) })

  @Test func `calls every operation within its domain`() throws {
    for operation in Operation.allCases {
      let call = LibraryProbe.call(operation, in: .bfloat16)
      let shapes = call.arguments.map(\.shape)
      #expect(throws: Never.self) { try operation.signature.resultShape(of: shapes) }
      for argument in call.arguments {
        #expect(argument.values.allSatisfy(Format.bfloat16.contains))
      }
    }
    let simplex = LibraryProbe.call(.inverseReducedSoftmax, in: .binary64).arguments[0]
    #expect(simplex.values == [0.5, 0.25, 0.25])
    let gaussian = LibraryProbe.call(.gaussianPosterior, in: .binary64)
    #expect(gaussian.arguments.map(\.values)[2...] == [[1, 0, 0, 1], [0.5, 0.5]])
  }

  @Test func `leaves what is not unsupported`() {
    let library = Implementation("mine", operations: Self.everything) { call throws(CallFailure) in
      switch call.operation {
      case .softmax where call.format == .binary32: Reply(shape: [2], values: [1, 0])
      case .sigmoid: throw .rejected("no")
      case .logit: Reply(shape: [], values: [])
      default: throw .unsupported("no")
      }
    }
    let narrowed = LibraryProbe.narrowed(library, byAsking: library)
    #expect(
      narrowed.operations
        == [.softmax: [.binary32], .sigmoid: Format.allCases, .logit: Format.allCases])
    #expect(narrowed.name == "mine")
  }

  @Test func `loses no more than a few processes`() {
    let calls = Mutex(0)
    let library = Implementation("mine", operations: Self.everything) { call throws(CallFailure) in
      calls.withLock { $0 += 1 }
      throw .crashed("again")
    }
    #expect(LibraryProbe.offers(of: library) == Self.everything)
    #expect(calls.withLock { $0 } == LibraryProbe.budget)
  }
}
