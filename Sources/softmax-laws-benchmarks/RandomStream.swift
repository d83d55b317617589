import Foundation
import Randomness

/// Random words as bytes on standard output, without end, for a battery of statistical tests.
///
///     softmax-laws-benchmarks random-stream words 20261121 | dieharder -g 200 -a
struct RandomStream {
  private enum Kind: String {
    /// The outputs of one stream.
    case words
    /// The first outputs of the streams of neighbouring cases: the seeds are what is tested.
    case cases
  }

  private let kind: Kind
  private let seed: UInt64

  /// Reads the kind, `words` or `cases`, and the seed; nil where they are neither.
  init?(_ arguments: ArraySlice<String>) {
    let texts = Array(arguments)
    guard texts.count <= 2, let kind = Kind(rawValue: texts.first ?? "words"),
      let seed = UInt64(texts.count == 2 ? texts[1] : "1")
    else { return nil }
    self.kind = kind
    self.seed = seed
  }

  /// Writes until nobody reads any more.
  func run() {
    signal(SIGPIPE, SIG_IGN)
    var random = Xoshiro256StarStar(seed: seed)
    let seeds = CaseSeeds(seed: seed, property: "random-stream")
    var index = 0
    var words = [UInt64](repeating: 0, count: 8192)
    while true {
      for place in words.indices {
        switch kind {
        case .words: words[place] = random.next().littleEndian
        case .cases:
          var first = Xoshiro256StarStar(seed: seeds[index])
          words[place] = first.next().littleEndian
          index += 1
        }
      }
      guard words.withUnsafeBytes(write) else { return }
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(
        1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
