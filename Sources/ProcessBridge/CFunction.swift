import Arithmetic
import Foundation
import SoftmaxFamily

/// The function `softmax_laws_eval` of a C library.
struct CFunction: Sendable {
  /// Its symbol.
  static let name = "softmax_laws_eval"

  private typealias Function =
    @convention(c) (
      UnsafePointer<CChar>, UnsafePointer<CChar>, Int, Int,
      UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<Int>?>?,
      UnsafePointer<Int>?, UnsafePointer<UnsafeRawPointer?>?, UnsafeMutableRawPointer, Int
    ) -> Int32

  private let function: Function

  /// Takes the address that a symbol has.
  init(_ symbol: UnsafeMutableRawPointer) {
    function = unsafeBitCast(symbol, to: Function.self)
  }

  /// Calls the function for all rows of a call at once.
  ///
  /// - Throws: `CallFailure.unsupported` where it returns a negative number, `.malformed` where
  ///   it says that it wrote too few or too many numbers, or wrote beyond the end.
  func reply(to call: Call) throws(CallFailure) -> Reply {
    let shape: [Int]
    do {
      shape = try call.operation.signature.resultShape(of: call.arguments.map(\.shape))
    } catch {
      throw .unsupported(error.description)
    }
    let capacity = call.rows * shape.reduce(1, *)
    guard let result = GuardedMemory(byteCount: capacity * call.format.byteCount) else {
      throw .rejected("there is no memory for \(capacity) numbers")
    }
    let numbers = call.arguments.map { call.format.stored($0.values) }
    defer { numbers.forEach { $0.deallocate() } }
    let written = evaluate(
      call.operation, in: call.format, rows: call.rows, shapes: call.arguments.map(\.shape),
      numbers.map { UnsafeRawPointer($0) }, into: result.start, capacity: capacity)
    try Self.check(written, of: capacity, isIntact: result.isIntact)
    return Reply(shape: shape, values: call.format.numbers(at: result.start, count: capacity))
  }

  /// Calls the function with numbers of binary32 where they lie; returns whether the call has such.
  ///
  /// - Throws: `CallFailure`, see `reply(to:)`.
  func answer(
    _ call: ArrayCall, _ answers: UnsafeMutableBufferPointer<Float>
  ) throws(CallFailure) -> Bool {
    guard call.format == .binary32, let start = answers.baseAddress else { return false }
    guard let result = GuardedMemory(byteCount: 4 * answers.count) else {
      throw .rejected("there is no memory for \(answers.count) numbers")
    }
    let written = evaluate(
      call.operation, in: call.format, rows: call.rows, shapes: call.arguments.map(\.shape),
      call.arguments.map { UnsafeRawPointer($0.values.baseAddress) }, into: result.start,
      capacity: answers.count)
    try Self.check(written, of: answers.count, isIntact: result.isIntact)
    UnsafeMutableRawPointer(start).copyMemory(from: result.start, byteCount: 4 * answers.count)
    return true
  }

  /// Checks what the function says that it wrote.
  ///
  /// - Throws: `CallFailure`, see `reply(to:)`.
  static func check(
    _ written: Int32, of capacity: Int, isIntact: Bool
  ) throws(CallFailure) {
    guard written >= 0 else { throw .unsupported("\(CFunction.name) returned \(written)") }
    guard isIntact else {
      throw .malformed("\(CFunction.name) wrote beyond the end of the result")
    }
    guard written == capacity else {
      throw .malformed(
        "\(CFunction.name) returned \(written) where \(capacity) numbers were expected")
    }
  }

  /// Calls the function with numbers that lie in memory as C arrays do.
  func evaluate(
    _ operation: SoftmaxFamily.Operation, in format: Format, rows: Int, shapes: [[Int]],
    _ arguments: [UnsafeRawPointer?], into result: UnsafeMutableRawPointer, capacity: Int
  ) -> Int32 {
    let lengths = shapes.map { Copies($0) }
    let names = operation.signature.parameters.map { Copies($0.name.utf8CString) }
    defer {
      lengths.forEach { $0.free() }
      names.forEach { $0.free() }
    }
    return function(
      operation.rawValue, format.rawValue, rows, arguments.count, names.map { $0.start },
      lengths.map { $0.start }, shapes.map(\.count), arguments, result, capacity)
  }
}

/// A copy of an array at a fixed address, until it is freed.
private struct Copies<Element> {
  let start: UnsafePointer<Element>?
  private let storage: UnsafeMutableBufferPointer<Element>

  init(_ elements: some Collection<Element>) {
    // One place at least, so that there is an address.
    storage = .allocate(capacity: max(1, elements.count))
    _ = storage.initialize(fromContentsOf: elements)
    start = UnsafePointer(storage.baseAddress)
  }

  func free() { storage.deallocate() }
}

extension Format {
  /// The number of bytes of a value.
  var byteCount: Int { bitWidth / 8 }

  /// The numbers as C arrays hold them: in the machine's byte order, without gaps.
  fileprivate func stored(_ values: [Double]) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, values.count) * byteCount, alignment: 64)
    for (index, value) in values.enumerated() {
      let place = memory + index * byteCount
      switch self {
      case .binary64: place.storeBytes(of: value, as: Double.self)
      case .binary32: place.storeBytes(of: Float(value), as: Float.self)
      case .binary16, .bfloat16:
        place.storeBytes(of: UInt16(truncatingIfNeeded: bits(of: value)), as: UInt16.self)
      }
    }
    return memory
  }

  /// Reads numbers back.
  fileprivate func numbers(at start: UnsafeMutableRawPointer, count: Int) -> [Double] {
    (0..<count).map { index in
      let place = start + index * byteCount
      return switch self {
      case .binary64: place.load(as: Double.self)
      case .binary32: Double(place.load(as: Float.self))
      case .binary16, .bfloat16: value(bits: UInt64(place.load(as: UInt16.self)))
      }
    }
  }
}
