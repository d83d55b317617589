extension Shrinker {
  /// Deletes stretches of choices, the long ones and the last ones first.
  mutating func deleteChoices() {
    attempt([])
    var size = best.count / 2
    while size > 0 {
      var start = best.count - size
      while start >= 0 {
        deleteChoices(from: start, count: size)
        start = min(start, best.count) - size
      }
      size /= 2
    }
  }

  @discardableResult
  private mutating func deleteChoices(from start: Int, count: Int) -> Bool {
    guard start + count <= best.count else { return false }
    var candidate = best
    candidate.removeSubrange(start..<start + count)
    return attempt(candidate)
  }

  /// Deletes items of a list together with lowering the choice of its length.
  ///
  /// A choice is taken for a length if lowering it by one makes the replay ask for fewer
  /// choices: that many are an item.
  mutating func deleteItems() {
    var position = 0
    while position < best.count {
      if let width = itemWidth(ofLengthAt: position) {
        deleteItems(ofLengthAt: position, width: width)
      }
      position += 1
    }
  }

  /// The number of choices of an item, if the choice at a position is a length.
  private mutating func itemWidth(ofLengthAt position: Int) -> Int? {
    guard best[position] > 0, best[position] < 1 << 20 else { return nil }
    var candidate = best
    candidate[position] -= 1
    guard let width = choicesSaved(by: candidate), width > 0 else { return nil }
    return width
  }

  private mutating func deleteItems(ofLengthAt position: Int, width: Int) {
    var items = Int(min(best[position], UInt64(best.count / width)))
    while items > 0 {
      // One item is looked for at every offset; of many, some stretch will do.
      let stride = items == 1 ? 1 : items * width
      var start = best.count - items * width
      while start > position {
        if start + items * width <= best.count, best[position] >= items {
          var candidate = best
          candidate.removeSubrange(start..<start + items * width)
          candidate[position] -= UInt64(items)
          attempt(candidate)
        }
        start -= stride
      }
      items /= 2
    }
  }

  /// Sets stretches of choices to zero, the long ones first.
  mutating func zeroBlocks() {
    var size = best.count
    while size > 1 {
      var start = 0
      while start < best.count {
        let block = start..<min(start + size, best.count)
        if best[block].contains(where: { $0 != 0 }) {
          var candidate = best
          for position in block { candidate[position] = 0 }
          attempt(candidate)
        }
        start += size
      }
      size /= 2
    }
  }
}
