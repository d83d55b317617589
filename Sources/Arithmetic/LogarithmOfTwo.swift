/// The parts of `ln 2` and of `ln 2/65536` that reduce arguments.
///
/// Each leading part ends in so many zeros that its products with the integers it meets are exact; a
/// part that does not would cost a logarithm 10 of its bits. The tests check the sums against the
/// second arithmetic.
enum LogarithmOfTwo {
  /// The first part of `ln 2`, with 41 bits.
  @inline(__always) static var first: Double { 0x1.62e42fefa4p-1 }
  /// The second part of `ln 2`, with 37 bits.
  @inline(__always) static var second: Double { -0x1.8432a1b0ep-43 }
  /// The rest of `ln 2`.
  @inline(__always) static var rest: DoubleDouble {
    DoubleDouble(-0x1.319ff0342543p-82, 0x1.e6864ce5316c6p-137)
  }

  /// Three parts of `ln 2/65536` of at most 22 bits, largest first; the first is less than the whole.
  @inline(__always) static var steps: (Double, Double, Double) {
    (0x1.62e428p-17, 0x1.fbe8e8p-39, -0x1.0ca87p-65)
  }
  /// The rest of `ln 2/65536`.
  @inline(__always) static var restOfStep: Double { 0x1.e3b39803f2f6bp-88 }
  /// `65536/ln 2`.
  @inline(__always) static var stepsPerUnit: Double { 0x1.71547652b82fep16 }
}

extension Ball {
  /// `ln 2`, to 109 bits.
  static var logarithmOfTwo: Ball {
    Ball(
      unchecked: DoubleDouble(0x1.62e42fefa39efp0, 0x1.abc9e3b39803fp-55), exponent: -1,
      radius: 0x1p-109)
  }
}
