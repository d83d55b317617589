import Arithmetic
import SoftmaxFamily
import StrictJSON

/// A call whose numbers lie in a file that both processes have open: what is left to say in a line.
///
/// The line is `{"id":…,"raw":{"operation":…,"format":…,"rows":…,"shapes":[[…],…]}}`, and its answer
/// `{"id":…,"shape":[…],"raw":COUNT}`. The numbers lie there as in C arrays, in the byte order of the machine that both
/// processes run on. Only the suite's own process for a C library understands it; to everyone else the suite speaks
/// the process protocol, version 1.
struct RawCall: Equatable {
  let operation: Operation
  let format: Format
  let rows: Int
  let shapes: [[Int]]
  /// The shape of one row's result.
  let resultShape: [Int]
  /// Where the numbers of the arguments begin, in bytes.
  let places: [Int]
  /// Where the numbers of the result begin.
  let resultPlace: Int
  /// How many numbers the result has.
  let resultCount: Int
  /// How many numbers the arguments have.
  let argumentCount: Int

  /// Lays the numbers of a call out; `nil` for one that has no result or does not fit into the file.
  init?(_ operation: Operation, in format: Format, rows: Int, shapes: [[Int]]) {
    guard rows >= 0, shapes.allSatisfy({ $0.allSatisfy { $0 >= 0 } }),
      let resultShape = try? operation.signature.resultShape(of: shapes)
    else { return nil }
    let width = format.bitWidth / 8
    var places: [Int] = []
    var counts: [Int] = []
    var end = 0
    for shape in shapes + [resultShape] {
      guard let count = ([rows] + shape).product(atMost: NumberFile.capacity / width) else {
        return nil
      }
      counts.append(count)
      places.append(end)
      end = (end + count * width + 63) / 64 * 64
    }
    guard end <= NumberFile.capacity else { return nil }
    self.operation = operation
    self.format = format
    self.rows = rows
    self.shapes = shapes
    self.resultShape = resultShape
    self.places = Array(places.dropLast())
    resultPlace = places[shapes.count]
    resultCount = counts[shapes.count]
    argumentCount = counts.dropLast().reduce(0, +)
  }

  /// Lays the numbers of a call in arrays out.
  init?(_ call: ArrayCall) {
    self.init(
      call.operation, in: call.format, rows: call.rows, shapes: call.arguments.map(\.shape))
  }

  /// Reads what a line says; `nil` if it is no such call.
  init?(_ value: JSON) {
    guard let operation = value["operation"]?.text.flatMap(Operation.init(rawValue:)),
      let format = value["format"]?.text.flatMap(Format.init(rawValue:)),
      let rows = value["rows"]?.integer, let shapes = value["shapes"]?.array
    else { return nil }
    let lengths = shapes.compactMap(\.integers)
    guard lengths.count == shapes.count else { return nil }
    self.init(operation, in: format, rows: rows, shapes: lengths)
  }

  /// The line.
  func request(id: Int) -> [UInt8] {
    let lengths = shapes.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
    let call =
      #"{"operation":"\#(operation.rawValue)","format":"\#(format.rawValue)","rows":\#(rows),"#
      + #""shapes":[\#(lengths.joined(separator: ","))]}"#
    return Array(#"{"id":\#(id),"raw":\#(call)}"#.utf8) + [0x0a]
  }
}

extension [Int] {
  /// The product of non-negative numbers, `nil` if it is more than a limit.
  func product(atMost most: Int) -> Int? {
    if contains(0) { return 0 }
    var product = 1
    for factor in self {
      let (result, overflow) = product.multipliedReportingOverflow(by: factor)
      guard !overflow, result <= most else { return nil }
      product = result
    }
    return product
  }
}
