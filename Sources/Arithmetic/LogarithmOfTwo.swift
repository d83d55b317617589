/// The parts of `ln 2` and of `ln 2/4096` that reduce arguments.
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

  /// Three parts of `ln 2/4096` of at most 26 bits, largest first.
  @inline(__always) static var steps: (Double, Double, Double) {
    (0x1.62e43p-13, -0x1.05c61p-41, -0x1.950d87p-66)
  }
  /// The rest of `ln 2/4096`.
  @inline(__always) static var restOfStep: DoubleDouble {
    DoubleDouble(-0x1.319ff0342543p-94, 0x1.e6864ce5316c6p-149)
  }
}
