import SoftmaxFamily

/// C, continued: the axis of a matrix, and how it is stored.
extension Faults {
  static var ofAxes: [Fault<Scalar>] {
    [axesFlattened, axisExchanged, storageRead, resultPacked, allAxes]
  }

  private static var axesFlattened: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C01", "axes-flattened", in: .softmaxAlongAxis,
        "the axes from the given one on are flattened and normalised together",
        advice: "look at the shape that the kernel makes of the tensor",
        from: "tvm#19420, onnx-mlir#832, onnxruntime#15949", seenBy: "axis-oracle")
    ) { functions, kernels, _ in
      functions.softmaxAlongAxis = { x, axis in
        guard axis == 0 else { return x.map { kernels.softmax($0) } }
        return kernels.softmax(x.flatMap { $0 }).inRows(of: x.first?.count ?? 0)
      }
    }
  }

  private static var axisExchanged: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C03", "wrong-axis", in: .softmaxAlongAxis, "softmax is taken along another axis",
        advice: "look at the default axis and how a negative one is resolved",
        from: "opencv#24613, ncnn#4284, ComputeLibrary#993", seenBy: "axis-oracle"),
      with: [2, 1, 0, 2, 1, 0]
    ) { functions, kernels, form in
      // Both axes are exchanged, or it is always one of them.
      functions.softmaxAlongAxis = { x, axis in
        kernels.softmax(x, along: form == 2 ? 1 - axis : Int(form))
      }
    }
  }

  private static var storageRead: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C05", "transposed-view-read-as-stored", in: .softmaxAlongAxis,
        "the slices of a transposed view are read in the order of storage",
        advice: "look at the strides of the input",
        from: "burn#4815, deeplearning4j#7566, pytorch#67167", seenBy: "axis-oracle"),
      with: [0, 1, 0, 1]
    ) { functions, kernels, wrongAxis in
      functions.softmaxAlongAxis = { x, axis in
        guard axis == Int(wrongAxis), let columns = x.first?.count else {
          return kernels.softmax(x, along: axis)
        }
        let slices = x.flatMap { $0 }.inRows(of: axis == 0 ? x.count : columns)
        let read = axis == 0 ? slices : x.readByColumns
        let results = read.map { kernels.softmax($0) }
        return axis == 0 ? results.transposed : results
      }
    }
  }

  private static var resultPacked: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C06", "result-written-packed", in: .softmaxAlongAxis,
        "the slices of the result are written one after the other, whatever its strides",
        advice: "look at the strides of the output", from: "pytorch#75923, torch/nn#825",
        seenBy: "axis-oracle"), with: [0, 1, 0, 1]
    ) { functions, kernels, wrongAxis in
      functions.softmaxAlongAxis = { x, axis in
        let right = kernels.softmax(x, along: axis)
        guard axis == Int(wrongAxis), let columns = x.first?.count else { return right }
        return axis == 0
          ? right.transposed.flatMap { $0 }.inRows(of: columns) : right.readByColumns
      }
    }
  }

  private static var allAxes: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C17", "sum-over-all-axes", in: .softmaxAlongAxis,
        "the sum is taken over all axes", advice: "look at the axes of the reduction",
        from: "openvino#2945", seenBy: "axis-oracle"), with: [0, 1, 0, 1]
    ) { functions, kernels, wrongAxis in
      functions.softmaxAlongAxis = { x, axis in
        guard axis == Int(wrongAxis), let columns = x.first?.count else {
          return kernels.softmax(x, along: axis)
        }
        let slices = axis == 0 ? x.transposed : x
        let weights = slices.map { kernels.weights($0, less: kernels.maximum($0)) }
        let sum = kernels.sum(weights.flatMap { $0 })
        let results = weights.map { $0.map { $0 / sum } }
        return axis == 0 ? results.transposed : results.flatMap { $0 }.inRows(of: columns)
      }
    }
  }
}

extension Array {
  /// The entries as rows of so many columns.
  func inRows(of columns: Int) -> [[Element]] {
    guard columns > 0 else { return [] }
    return stride(from: 0, to: count, by: columns).map { Array(self[$0..<$0 + columns]) }
  }
}

extension Array where Element: RandomAccessCollection, Element.Index == Int {
  /// The columns as rows.
  var transposed: [[Element.Element]] {
    (0..<(first?.count ?? 0)).map { column in map { $0[column] } }
  }

  /// The rows that a matrix has when its storage is filled column by column.
  var readByColumns: [[Element.Element]] {
    transposed.flatMap { $0 }.inRows(of: first?.count ?? 0)
  }

  /// The same storage as a matrix of as many columns as there were rows.
  var reshaped: [[Element.Element]] { flatMap { Array<Element.Element>($0) }.inRows(of: count) }
}
