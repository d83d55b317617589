/// A network of two dense layers with relu and a head, with the rows that it is trained on.
///
/// `h₁ = relu(x W₁ + b₁)`, `h₂ = relu(h₁ W₂ + b₂)`, `z = h₂ W₃ + b₃`. A head of one logit is a sigmoid
/// with binary cross-entropy; one of two is a softmax with categorical cross-entropy, and a target
/// `t` stands for the weights `(1 − t, t)`. The loss is the mean over the rows.
public struct DenseClassifier<Scalar: SwiftScalar>: Sendable {
  /// The rows of features.
  public let features: [[Scalar]]
  /// The target of each row, from zero to one.
  public let targets: [Scalar]
  /// The weights of the first layer, a row for each feature.
  public let w1: [[Scalar]]
  /// The biases of the first layer.
  public let b1: [Scalar]
  /// The weights of the second layer, a row for each unit of the first.
  public let w2: [[Scalar]]
  /// The biases of the second layer.
  public let b2: [Scalar]
  /// The weights of the head, a row for each unit of the second layer.
  public let w3: [[Scalar]]
  /// The biases of the head, one or two.
  public let b3: [Scalar]

  /// Reads the arguments of a call.
  init(_ arguments: [Call.Argument]) {
    features = arguments[0].matrix()
    targets = arguments[1].vector()
    w1 = arguments[2].matrix()
    b1 = arguments[3].vector()
    w2 = arguments[4].matrix()
    b2 = arguments[5].vector()
    w3 = arguments[6].matrix()
    b3 = arguments[7].vector()
  }
}
