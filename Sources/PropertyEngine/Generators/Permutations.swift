/// Generators of permutations.
public enum Permutations {
  /// The permutations of `0..<count`, all equally likely; the identity is the simplest.
  ///
  /// Fisher and Yates's shuffle from the front, one choice for each place but the last.
  public static func of(count: Int) -> Generator<[Int]> {
    precondition(count >= 0, "a length is not negative")
    return Generator { source in
      var permutation = Array(0..<count)
      for place in permutation.indices.dropLast() {
        permutation.swapAt(place, place + source.index(below: count - place))
      }
      return permutation
    }
  }
}
