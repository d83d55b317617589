import Arithmetic
import PropertyEngine
import SoftmaxFamily

/// Observations, drawn with the parameters of classes and the priors.
extension Domain<Tensor> {
  /// Makes the domain of an observation drawn with companions, the number of classes noted.
  private static func observation(
    _ description: String, classes: ClosedRange<Int> = 2...8, features: ClosedRange<Int>,
    _ draw:
      @escaping @Sendable (inout ChoiceSource, _ features: Int, _ classes: Int) throws(Discard)
      -> (x: Tensor, rest: [Tensor])
  ) -> Domain {
    Domain("x", description) { source, frame throws(Discard) in
      let k = source.count(in: classes)
      let (x, rest) = try draw(&source, source.count(in: features), k)
      frame.count = k
      frame.companions = rest + [source.eighths(k)]
      return x
    }
  }

  /// Makes the domain of an observation of Gaussian classes with an exact covariance (G13).
  ///
  /// What `extra` draws comes before the priors.
  private static func gaussian(
    _ description: String = "integers", classes: ClosedRange<Int> = 2...8,
    features: ClosedRange<Int> = 1...3, far: Int = 64,
    extra: @escaping @Sendable (inout ChoiceSource, Int) throws(Discard) -> [Tensor] = { _, _ in []
    }
  ) -> Domain {
    observation(description, classes: classes, features: features) { source, d, k throws(Discard) in
      let reach = source.reach(far: far)
      let x = source.integers([d], in: -reach...reach)
      let means = source.integers([k, d], in: -2...2)
      let covariance = source.exactCovariance(d)
      return (x, [means, covariance] + (try extra(&source, d)))
    }
  }

  /// An observation of Gaussian classes; `classMeans`, `covariance` and `priors` follow.
  public static let observation = gaussian()

  /// The same close to all classes, so that no probability is tiny.
  static let nearObservation = gaussian(far: 2)

  /// The same of two classes.
  static let observationOfTwo = gaussian(classes: 2...2)

  /// The same of one feature.
  static let oneFeature = gaussian("one integer", features: 1...1)

  /// An observation with a direction to move in, which follows the covariance.
  static let observationToMove = gaussian(far: 2) { source, d in
    [source.integers([d], in: -1...1)]
  }

  /// An observation with a map of the space to itself and a shift, which follow the covariance.
  static let observationToMap = gaussian(far: 4) { source, d throws(Discard) in
    [try source.unimodular(d), source.integers([d], in: -8...8)]
  }

  /// Two or four classes, so that equal priors are exact.
  static let observationOfTwoOrFour = Domain("x", "integers") { source, frame throws(Discard) in
    let domain = source.flag(oneIn: 2) ? gaussian(classes: 4...4) : gaussian(classes: 2...2)
    return try domain.draw(from: &source, in: &frame)
  }

  /// An observation of Gaussian classes with a covariance each; `covariances` follows the means.
  static let quadraticObservation = quadratic(classes: 2...8, far: 32)

  /// The same of two classes, with a direction to move in after the covariances.
  static let quadraticObservationToMove = quadratic(classes: 2...2, far: 2) { source, d in
    [source.integers([d], in: -1...1)]
  }

  private static func quadratic(
    classes: ClosedRange<Int>, far: Int,
    extra: @escaping @Sendable (inout ChoiceSource, Int) -> [Tensor] = { _, _ in [] }
  ) -> Domain {
    observation("integers", classes: classes, features: 1...2) { source, d, k in
      let reach = source.reach(far: far)
      let x = source.integers([d], in: -reach...reach)
      let means = source.integers([k, d], in: -2...2)
      let matrices = (0..<k).flatMap { _ in source.exactCovariance(d).elements }
      return (x, [means, Tensor(shape: [k, d, d], matrices)] + extra(&source, d))
    }
  }

  /// Features that are zero or one; `bernoulliMeans` and `priors` follow.
  static let binaryFeatures = binary(classes: 2...8, features: 1...33)

  /// The same of two classes.
  static let binaryFeaturesOfTwo = binary(classes: 2...2)

  /// The same of features enough to observe some of them first.
  static let binaryFeaturesToSplit = binary(classes: 2...4, features: 2...8)

  private static func binary(
    classes: ClosedRange<Int>, features: ClosedRange<Int> = 1...8
  ) -> Domain {
    observation("zeros and ones", classes: classes, features: features) { source, d, k in
      let x = source.integers([d], in: 0...1)
      return (x, [source.integers([k, d], in: 1...15, step: 1 / 16)])
    }
  }

  /// Outcomes of equal trials; the probability of success in each class and `priors` follow.
  static let trials = observation("zeros and ones", features: 1...12) { source, d, k in
    let x = source.integers([d], in: 0...1)
    return (x, [source.integers([k], in: 1...15, step: 1 / 16)])
  }

  /// Counts; `rates` and `priors` follow.
  static let counts = observation("counts", features: 1...4) { source, d, k in
    let x = source.integers([d], in: 0...source.choose([(3, 4), (2, 12), (1, 128)]))
    return (x, [source.integers([k, d], in: 1...32, step: 1 / 4)])
  }

  /// Counts of categories; a probability vector for each class and `priors` follow.
  static let categoryCounts = observation("counts", features: 2...4) { source, d, k in
    let x = source.integers([d], in: 0...source.choose([(3, 1), (1, 4)]))
    let rows = (0..<k).map { _ in source.eighths(d) }
    return (x, [Tensor(rows: rows)])
  }

  /// Waiting times; `rates` and `priors` follow.
  static let waitingTimes = observation("multiples of 1/4") { source, d, k in
    let x = source.integers([d], in: 0...source.choose([(3, 8), (1, 256)]), step: 1 / 4)
    return (x, [source.integers([k, d], in: 1...32, step: 1 / 4)])
  }

  private static func observation(
    _ description: String,
    _ draw:
      @escaping @Sendable (inout ChoiceSource, _ features: Int, _ classes: Int) throws(Discard)
      -> (x: Tensor, rest: [Tensor])
  ) -> Domain {
    observation(description, features: 1...4, draw)
  }

  /// Waiting times of one rate for all; the rate of each class and `priors` follow.
  static let equalWaitingTimes = observation("multiples of 1/4") { source, d, k in
    let x = source.integers([d], in: 0...8, step: 1 / 4)
    return (x, [source.integers([k], in: 1...32, step: 1 / 4)])
  }

  /// The means drawn with the observation, a row for each class.
  public static let classMeans = companion("μ", "integers, a row for each class")

  /// The covariance drawn with the observation.
  public static let covariance = companion("Σ", "LDLᵀ of integers and powers of two")

  /// The covariances drawn with the observation.
  static let covariances = companion("Σ", "LDLᵀ of integers and powers of two, for each class")

  /// The direction drawn with the observation.
  static let direction = companion("h", "integers")

  /// The map drawn with the observation.
  static let unimodularMap = companion("A", "an integer matrix whose inverse is one")

  /// The shift drawn with the observation.
  static let integerShift = companion("c", "integers")

  /// The means of binary features, a row for each class.
  static let bernoulliMeans = companion("μ", "sixteenths in (0, 1), a row for each class")

  /// The probability of success in each class.
  static let successProbabilities = companion("μ", "sixteenths in (0, 1)")

  /// The rates drawn with counts or waiting times, a row for each class.
  static let rates = companion("λ", "positive multiples of 1/4, a row for each class")

  /// The rate of each class.
  static let oneRate = companion("β", "positive multiples of 1/4")

  /// The probability vectors of the classes.
  static let categories = companion("μ", "a probability vector for each class")

  /// The priors drawn with the observation, whose sum is exactly one.
  public static let priors = companion("π", "a probability vector without zeros")
}

extension Domain<Tensor> {
  /// A unit of time, by which rates are divided exactly.
  static let unitOfTime = Domain("s", "a power of two") { source, _ in
    Tensor(powerOfTwo(source.integer(in: -2...2)))
  }
}
