extension Shrinker {
  /// Deletes items of lists with the choices that announce them, many at once and the last
  /// ones first.
  mutating func deleteItems() {
    var number = 0
    while number < lists.count {
      var size = items(ofList: number).count
      while size > 0 {
        deleteItems(ofList: number, size)
        size /= 2
      }
      number += 1
    }
  }

  /// The spans of lists.
  private var lists: [Int] {
    trace.spans.indices.filter { trace.spans[$0].label == .list }
  }

  /// The choices of the items of a list.
  private func items(ofList number: Int) -> [Range<Int>] {
    guard number < lists.count else { return [] }
    return trace.children(of: lists[number], labelled: .item).compactMap { index in
      let range = trace.spans[index].range
      let isEnd = trace.kinds[range.lowerBound] == .more && best[range.lowerBound] == 0
      return isEnd ? nil : range
    }
  }

  private mutating func deleteItems(ofList number: Int, _ size: Int) {
    var ranges = items(ofList: number)
    var start = ranges.count - size
    while start >= 0 {
      var candidate = best
      candidate.removeSubrange(ranges[start].lowerBound..<ranges[start + size - 1].upperBound)
      if attempt(candidate) || size == 1 && deleteAndRenumber(ranges, start) {
        ranges = items(ofList: number)
      }
      start = min(start, ranges.count) - size
    }
  }

  /// Deletes an item and lowers by one every number among the others that is greater than
  /// its index, as if they were indexes of items.
  private mutating func deleteAndRenumber(_ ranges: [Range<Int>], _ deleted: Int) -> Bool {
    guard ranges.count <= 16 else { return false }
    var candidate = best
    for range in ranges {
      for position in range {
        guard case .integer(let values) = trace.kinds[position] else { continue }
        let value = IntegerOrder.integer(at: best[position], in: values)
        guard value > deleted, values.contains(value - 1) else { continue }
        candidate[position] = IntegerOrder.place(of: value - 1, in: values)
      }
    }
    guard candidate != best else { return false }
    candidate.removeSubrange(ranges[deleted])
    return attempt(candidate)
  }

  /// Puts a part in the place of one that contains it, or drops one with the choice before
  /// it that asked for it.
  mutating func replaceParts() {
    var number = 0
    while number < trace.spans.count {
      guard case .part = trace.spans[number].label else {
        number += 1
        continue
      }
      if !dropPart(number) && !replacePart(number) { number += 1 }
    }
  }

  private mutating func dropPart(_ number: Int) -> Bool {
    let range = trace.spans[number].range
    let before = range.lowerBound - 1
    guard before >= 0, best[before] > 0, !trace.kinds[before].isNumber else { return false }
    var candidate = best
    candidate.removeSubrange(range)
    candidate[before] = 0
    return attempt(candidate)
  }

  private mutating func replacePart(_ number: Int) -> Bool {
    let outer = trace.spans[number]
    for inner in trace.spans[(number + 1)...].prefix(while: { $0.start < outer.end })
    where inner.label == outer.label {
      var candidate = best
      candidate.replaceSubrange(outer.range, with: best[inner.range])
      if attempt(candidate) { return true }
    }
    return false
  }

  /// Makes one list of two that follow each other: the end of the first goes, and what
  /// announces the second.
  mutating func joinLists() {
    var position = 0
    while position + 1 < best.count {
      let isSeam =
        trace.kinds[position] == .more && trace.kinds[position + 1] == .more
        && best[position] == 0 && best[position + 1] == 1
      var candidate = best
      candidate.removeSubrange(position...position + 1)
      if !isSeam || !attempt(candidate) { position += 1 }
    }
  }

  /// Deletes items of a vector together with lowering the choice of its length.
  ///
  /// A choice is taken for a length if lowering it by one makes the replay ask for fewer
  /// choices: that many are an item.
  mutating func deleteByLength() {
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
    switch trace.kinds[position] {
    case .real, .more: return nil
    case .index, .integer: break
    }
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
