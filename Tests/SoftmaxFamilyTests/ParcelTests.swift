import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A parcel") struct ParcelTests {
  private static func question(
    _ values: [Double], _ operation: SoftmaxFamily.Operation = .softmax,
    in format: Format = .binary32, isShared: Bool = true
  ) -> Question {
    Question(
      Call(operation, in: format, [.init(shape: [values.count], values: values)]),
      isShared: isShared)
  }

  @Test func `holds what may travel together, in order`() {
    let questions = [
      Self.question([1, 2]), Self.question([3]), Self.question([4, 5]),
      Self.question([6, 7], isShared: false), Self.question([8, 9], .logSoftmax),
      Self.question([10, 11], in: .binary64), Self.question([12]),
    ]
    let parcels = Parcel.pack(questions, mostNumbers: 100)
    #expect(parcels.map(\.questions) == [[0, 2], [1, 6], [3], [4], [5]])
    #expect(parcels.map(\.call.rows) == [2, 2, 1, 1, 1])
    #expect(parcels[0].call.arguments == [.init(shape: [2], values: [1, 2, 4, 5])])
  }

  @Test func `has a size`() {
    let questions = (0..<5).map { Self.question([Double($0), 0]) }
    let parcels = Parcel.pack(questions, mostNumbers: 8)
    #expect(parcels.map(\.questions) == [[0, 1], [2, 3], [4]])
    #expect(Parcel.pack(questions, mostNumbers: 1).map(\.questions) == [[0], [1], [2], [3], [4]])
    #expect(Parcel.pack([], mostNumbers: 4).isEmpty)
  }

  @Test func `gives each question its rows, and what was rejected of them`() {
    let two = Question(
      Call(.logSumExp, in: .binary32, rows: 2, [.init(shape: [1], values: [1, 2])]),
      isShared: true)
    let parcels = Parcel.pack([two, Self.question([3], .logSumExp)], mostNumbers: 100)
    #expect(parcels.map(\.call.rows) == [3])
    let reply = Reply(shape: [], values: [1, 2, 3], rejected: [1: "no", 2: "never"])
    #expect(
      parcels[0].unpack(reply) == [
        Reply(shape: [], values: [1, 2], rejected: [1: "no"]),
        Reply(shape: [], values: [3], rejected: [0: "never"]),
      ])
  }
}
