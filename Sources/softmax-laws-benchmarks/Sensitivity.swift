import Arithmetic
import Conformance
import Dispatch
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization

/// How small an error of one operation is noticed: the power of the laws as a number.
///
/// The textbook's answers of one operation in binary32 are made wrong in one way, by less and less,
/// until no law of that operation fails any more.
struct Sensitivity {
  /// A way of being wrong that has a size.
  enum Fault: String, CaseIterable, Sendable {
    /// Every number is too large by a factor.
    case factor = "all, × (1 + ε)"
    /// The last number is too large by a factor.
    case last = "the last, × (1 + ε)"
    /// The numbers of long arguments are too large by a factor.
    case long = "17 entries or more, × (1 + ε)"
    /// One number in sixteen, picked by the arguments' bits, is too large by a factor.
    case rare = "one call in 16, × (1 + ε)"
    /// Every number is too large by the same amount.
    case shift = "all, + ε"
  }

  private static let cases = 500
  /// The sizes tried, as negative powers of two.
  private static let sizes = 2...23

  /// Finds the least size noticed of every fault in every operation, and prints them.
  func run() {
    let operations = Specimen.textbook.operations.keys.sorted { $0.rawValue < $1.rawValue }
    let faults = Fault.allCases
    let found = Mutex<[SoftmaxFamily.Operation: [Fault: Int]]>([:])
    DispatchQueue.concurrentPerform(iterations: operations.count * faults.count) { index in
      let operation = operations[index / faults.count]
      let fault = faults[index % faults.count]
      let exponent = Self.leastNoticed(fault, in: operation)
      found.withLock { $0[operation, default: [:]][fault] = exponent }
    }
    print("| operation | \(faults.map(\.rawValue).joined(separator: " | ")) |")
    print("| --- |\(faults.map { _ in " ---: |" }.joined())")
    let table = found.withLock { $0 }
    for operation in operations {
      let cells = faults.map { fault in
        table[operation]?[fault].map { "2^-\($0)" } ?? "none"
      }
      print("| \(operation.rawValue) | \(cells.joined(separator: " | ")) |")
    }
  }

  /// The exponent of the least size of a fault that any law notices; `nil` if none is.
  private static func leastNoticed(_ fault: Fault, in operation: SoftmaxFamily.Operation) -> Int? {
    let laws = Catalogue.laws.filter { $0.operations.contains(operation) }
    var least: Int?
    for exponent in sizes {
      let subject = faulty(operation, fault, size: scalbn(1, -exponent))
      let check = Check(.implementation(subject), seed: 1, cases: cases)
      guard laws.contains(where: { check.casesToFailure(of: $0, in: .binary32) != nil }) else {
        break
      }
      least = exponent
    }
    return least
  }

  private static func faulty(_ operation: SoftmaxFamily.Operation, _ fault: Fault, size: Double)
    -> Implementation
  {
    let base = Specimen.textbook
    return Implementation(base.name, claims: base.claims, operations: base.operations) {
      call throws(CallFailure) in
      let reply = try base.evaluate(call)
      guard call.operation == operation, call.format == .binary32 else { return reply }
      return Reply(
        shape: reply.shape, values: changed(reply.values, of: call, fault, size),
        rejected: reply.rejected)
    }
  }

  private static func changed(
    _ values: [Double], of call: Call, _ fault: Fault, _ size: Double
  ) -> [Double] {
    func rounded(_ value: Double) -> Double { Double(Float(value)) }
    switch fault {
    case .factor: return values.map { rounded($0 * (1 + size)) }
    case .shift: return values.map { rounded($0 + size) }
    case .last:
      return values.dropLast() + values.suffix(1).map { rounded($0 * (1 + size)) }
    case .long:
      let isLong = call.arguments.contains { $0.values.count >= 17 * call.rows }
      return isLong ? values.map { rounded($0 * (1 + size)) } : values
    case .rare:
      let bits = call.arguments.reduce(UInt64(call.rows)) {
        $1.values.reduce($0) { $0 &* 31 &+ $1.bitPattern }
      }
      let isMet = (bits &* 0x9E37_79B9_7F4A_7C15) >> 60 == 0
      return isMet ? values.map { rounded($0 * (1 + size)) } : values
    }
  }
}
