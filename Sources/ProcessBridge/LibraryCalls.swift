import SoftmaxFamily

/// Calls of a library's function whose numbers lie in a file.
final class LibraryCalls {
  private let function: CFunction
  private let mapping: NumberMapping
  /// Where the library writes, which is not the file, and how many bytes it has.
  private var memory: GuardedMemory?
  private var byteCount = -1

  init(_ function: CFunction, _ mapping: NumberMapping) {
    self.function = function
    self.mapping = mapping
  }

  /// Calls the function, and copies its result to the file.
  ///
  /// - Throws: `CallFailure` as `CFunction.reply(to:)`.
  func answer(_ call: RawCall) throws(CallFailure) {
    let size = call.resultCount * call.format.byteCount
    if size != byteCount {
      memory = GuardedMemory(byteCount: size)
      byteCount = size
    } else {
      memory?.clear()
    }
    guard let result = memory?.start else {
      throw .rejected("there is no memory for \(call.resultCount) numbers")
    }
    let written = function.evaluate(
      call.operation, in: call.format, rows: call.rows, shapes: call.shapes,
      call.places.map { UnsafeRawPointer(mapping.start + $0) }, into: result,
      capacity: call.resultCount)
    try CFunction.check(
      written, of: call.resultCount, isIntact: memory?.isIntact ?? false)
    (mapping.start + call.resultPlace).copyMemory(from: result, byteCount: size)
  }
}
