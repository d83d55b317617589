/// A signature as it was read, with the places of its dimensions: one object, as signatures are handed about at
/// every call.
final class SignatureReading: Sendable {
  let parameters: [Signature.Parameter]
  let result: [Signature.Dimension]
  /// Where in a list of all dimensions those of the parameters and of the result are.
  private let parameterPlaces: [[Int]]
  private let resultPlaces: [[[Int]]]
  /// What is added to each dimension of each parameter.
  private let excesses: [[Int]]

  init(_ parameters: [Signature.Parameter], _ result: [Signature.Dimension]) {
    var names: [String] = []
    func place(_ name: String) -> Int {
      if let place = names.firstIndex(of: name) { return place }
      names.append(name)
      return names.count - 1
    }
    self.parameters = parameters
    self.result = result
    parameterPlaces = parameters.map { $0.dimensions.map { place($0.name) } }
    resultPlaces = result.map { $0.products.map { $0.map(place) } }
    excesses = parameters.map { $0.dimensions.map(\.excess) }
    precondition(names.count <= SIMD8<Int>.scalarCount, "a signature has at most eight dimensions")
  }

  /// Takes the lengths of an argument's axes; returns whether they agree with those taken before.
  func binds(_ shape: [Int], of index: Int, to lengths: inout SIMD8<Int>) -> Bool {
    guard shape.count == parameterPlaces[index].count else { return false }
    for axis in shape.indices {
      let place = parameterPlaces[index][axis]
      let length = shape[axis] - excesses[index][axis]
      guard length >= 0, lengths[place] < 0 || lengths[place] == length else { return false }
      lengths[place] = length
    }
    return true
  }

  /// The shape of the result, given the lengths of all dimensions.
  func resultShape(_ lengths: SIMD8<Int>) -> [Int] {
    var shape: [Int] = []
    shape.reserveCapacity(result.count)
    for axis in result.indices {
      var length = result[axis].excess
      for factors in resultPlaces[axis] {
        var product = 1
        for place in factors { product *= max(lengths[place], 0) }
        length += product
      }
      shape.append(length)
    }
    return shape
  }
}
