import Arithmetic
import SoftmaxFamily
import SoftmaxReference

extension ElementScan {
  /// Judges a range in binary32 by the screen, strip by strip; what the screen notices is judged singly.
  mutating func scanVectors(_ chunk: Chunk, _ range: Range<Int>) {
    guard range.count <= 4096 else { return split(range, 4) { $0.scanRegular(chunk, $1) } }
    let (a, b) = (chunk.number(range.lowerBound), chunk.number(range.upperBound - 1))
    guard range.count >= ChunkScreen.stride, filter.accepts(a), filter.accepts(b) else {
      return scanSingly(chunk, range)
    }
    let value = filter.enclosure(from: a, to: b)
    guard let bounds = contract.bounds(of: function, from: a, to: b),
      bounds.greatest.bound(of: value.greatestMagnitude) * 8.0001 <= value.leastMagnitude
    else {
      if range.count > 64 { return split(range, 4) { $0.scanRegular(chunk, $1) } }
      return scanSingly(chunk, range)
    }
    let line = filter.line(from: a, to: b).flatMap { line in
      // A line is of use where it leaves as few roundings open as the filter.
      line.error <= format.ulp(of: value.leastMagnitude) * 0x1p-21 ? line : nil
    }
    // The threshold has to tell a distance from the error that it is known to.
    let error = line?.error ?? value.greatestMagnitude * 0x1p-47
    guard bounds.least.bound(of: value.leastMagnitude) * 0x1p-20 >= error else {
      if range.count > 64 { return split(range, 4) { $0.scanRegular(chunk, $1) } }
      return scanSingly(chunk, range)
    }
    let screen = ChunkScreen(filter, line: line, isNegative: a < 0)
    let whole = range.count / ChunkScreen.stride * ChunkScreen.stride
    let end = range.lowerBound + whole
    for start in stride(from: range.lowerBound, to: end, by: Self.strip) {
      let strip = start..<min(start + Self.strip, end)
      if !passes(chunk, strip, screen, bounds.least, value) {
        for index in strip { scanOne(chunk, index, bounds) }
      }
    }
    if end < range.upperBound { scanSingly(chunk, end..<range.upperBound) }
  }

  /// Counts the answers of a strip if none of them needs a closer look.
  ///
  /// A closer look needs what may be a larger error than any so far, in either measure. The threshold is less by `2^-19` of
  /// itself, far more than the error of a line, `2^-21` units in the last place, or of the filter.
  mutating func passes(
    _ chunk: Chunk, _ strip: Range<Int>, _ screen: ChunkScreen, _ bound: ErrorBound,
    _ value: Enclosure
  ) -> Bool {
    let factor = min(tally.worstRatio, 1) * (1 - 0x1p-19)
    let ulps = (tally.worstUlps?.size ?? 0) * (1 - 0x1p-19)
    let threshold = ChunkScreen.Threshold(
      relative: bound.relative * factor, absolute: bound.absolute * factor,
      greatest: ulps * format.ulp(of: value.leastMagnitude))
    let start = strip.lowerBound
    guard
      screen.passes(
        chunk.numbers + start, chunk.answers + start, count: strip.count, within: threshold,
        rounded: rounded)
    else { return false }
    tally.inputs += strip.count
    countSteps(chunk, strip)
    return true
  }

  /// Counts the distances of a strip's answers from the rounded values.
  mutating func countSteps(_ chunk: Chunk, _ strip: Range<Int>) {
    let answers = chunk.answers + strip.lowerBound
    var (equal, above, below): (Int32, Int32, Int32) = (0, 0, 0)
    for index in 0..<strip.count {
      let steps = answers[index].bitPattern &- rounded[index].bitPattern
      equal &+= steps == 0 ? 1 : 0
      above &+= steps == 1 ? 1 : 0
      below &+= steps == .max ? 1 : 0
    }
    let isNegative = rounded[0] < 0
    guard Int(equal + above + below) == strip.count else {
      for index in 0..<strip.count {
        tally.count(Double(answers[index]), rounded: Double(rounded[index]), in: format)
      }
      return
    }
    tally.histogram.count(0, times: Int(equal))
    tally.histogram.count(isNegative ? -1 : 1, times: Int(above))
    tally.histogram.count(isNegative ? 1 : -1, times: Int(below))
    tally.misrounded += Int(above + below)
  }
}
