import Foundation

/// The CPU time that work takes.
enum CPUTime {
  /// The seconds that one run takes, the fastest of three rounds of many.
  static func seconds(of count: Int, _ body: () -> Void) -> Double {
    (0..<3).reduce(.infinity) { best, _ in min(best, seconds(ofAll: count, body)) }
  }

  /// The seconds that one of many runs takes on average.
  static func seconds(ofAll count: Int, _ body: () -> Void) -> Double {
    let start = clock()
    for _ in 0..<count { body() }
    return Double(clock() - start) / Double(CLOCKS_PER_SEC) / Double(count)
  }
}
