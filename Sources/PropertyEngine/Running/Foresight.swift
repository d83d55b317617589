/// Shows the cases that come next, in blocks that grow: few at first, so that a failure among the
/// first cases costs little.
struct Foresight {
  private let show: ([ChoiceSource]) -> Void
  private let sizes: [Int]
  private var blocks = 0
  private var unseen = 0

  /// Creates the foresight of a run through cases of which each is known beforehand.
  init(_ show: @escaping ([ChoiceSource]) -> Void) { self.init(show, sizes: [4, 16, 64, 256]) }

  private init(_ show: @escaping ([ChoiceSource]) -> Void, sizes: [Int]) {
    self.show = show
    self.sizes = sizes
  }

  /// The foresight of a climb, in which a candidate that is taken changes all further ones.
  var ofClimb: Foresight { Foresight(show, sizes: [1, 2, 4, 8, 16]) }

  /// Shows a block of the cases ahead before the first of them; does nothing before the others.
  ///
  /// `sources` gives so many cases from the next one on, or as many as there are.
  mutating func look(ahead count: Int, _ sources: (Int) -> [ChoiceSource]) {
    if unseen == 0 {
      let block = sources(min(sizes[min(blocks, sizes.count - 1)], count))
      show(block)
      blocks += 1
      unseen = block.count
    }
    unseen -= 1
  }

  /// Takes note that other cases come next than were shown.
  mutating func change() {
    unseen = 0
    blocks = min(blocks, 1)
  }
}
