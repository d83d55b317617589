import Randomness

extension Generator where Value == Int {
  /// The integers of a range, all equally likely; the one nearest zero is the simplest.
  @inlinable
  public static func integer(in range: ClosedRange<Int>) -> Generator {
    Generator { source in source.integer(in: range) }
  }

  /// All integers: half of them small, the others of any number of bits.
  public static var integer: Generator {
    Generator { source in
      source.integer(in: Int.min...Int.max) { random in
        guard random.oneIn(2) else { return random.integer(in: -10...10) }
        let magnitude = Int(random.bits(1 + random.index(below: 63)) >> 1)
        return random.oneIn(2) ? magnitude : ~magnitude
      }
    }
  }
}

extension Generator where Value == Double {
  /// Real numbers spread uniformly from one end of a range to the other; the simplest are
  /// integers, then short fractions.
  ///
  /// - Precondition: the ends and their difference are finite.
  @inlinable
  public static func real(in range: ClosedRange<Double>) -> Generator {
    Generator { (source) throws(Discard) in try source.real(in: range) }
  }
}

extension Generator where Value == Bool {
  /// Yes or no, equally likely; no is the simpler.
  public static var bool: Generator { Generator { source in source.flag(oneIn: 2) } }
}

extension Generator {
  /// Always the same value, without a choice.
  public static func always(_ value: Value) -> Generator where Value: Sendable {
    Generator { _ in value }
  }

  /// One of some values, all equally likely; the first is the simplest.
  ///
  /// - Precondition: there is one.
  public static func element(of values: [Value]) -> Generator where Value: Sendable {
    precondition(!values.isEmpty, "there is a value to choose")
    return Generator { source in values[source.index(below: values.count)] }
  }

  /// A value of one of some generators, all equally likely; the first is the simplest.
  ///
  /// - Precondition: there is one.
  public static func one(of generators: [Generator]) -> Generator {
    precondition(!generators.isEmpty, "there is a generator to choose")
    return Generator { (source) throws(Discard) in
      try generators[source.index(below: generators.count)].draw(from: &source)
    }
  }

  /// A value, or nil in one case of four; nil is the simplest.
  public var optional: Generator<Value?> {
    Generator<Value?> { (source) throws(Discard) in
      let isPresent = source.choice(.index(last: 1)) { $0.oneIn(4) ? 0 : 1 } == 1
      return isPresent ? try draw(from: &source) : nil
    }
  }

  /// The values of two generators together.
  @inlinable
  public func paired<Other>(with other: Generator<Other>) -> Generator<(Value, Other)> {
    Generator<(Value, Other)> { (source) throws(Discard) in
      (try draw(from: &source), try other.draw(from: &source))
    }
  }

  /// So many values each time.
  @inlinable
  public func vector(count: Int) -> Generator<[Value]> {
    precondition(count >= 0, "a length is not negative")
    return Generator<[Value]> { (source) throws(Discard) in
      var values: [Value] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try draw(from: &source)) }
      return values
    }
  }

  /// Lists of values; the shortest is the simplest.
  ///
  /// The choice before each item says that the list goes on, so that an item is dropped with
  /// it and two lists that follow each other become one where the choices between them go.
  public func list(count range: ClosedRange<Int> = 0...20) -> Generator<[Value]> {
    precondition(range.lowerBound >= 0, "a length is not negative")
    return Generator<[Value]> { (source) throws(Discard) in
      let screened = source.screeningRow?.count(in: range)
      let aim = source.unrecorded { screened ?? $0.count(in: range) } ?? range.lowerBound
      return try source.span(.list) { (source) throws(Discard) in
        var list: [Value] = []
        while list.count < range.upperBound {
          guard try source.appendItem(of: self, to: &list, aim: aim, least: range.lowerBound)
          else { break }
        }
        return list
      }
    }
  }

  /// Values that may contain values of their own kind.
  ///
  /// A leaf is the simplest. A node may be replaced by one within it, since the choices of a
  /// value do not depend on how deep it is: the depth only bounds what is sampled.
  ///
  /// At most `depth` nodes are sampled within each other. A `leaf` has no others in it, a
  /// `node` is made of the generator of those in it.
  public static func recursive(
    depth: Int, label: String, leaf: Generator,
    node: @escaping @Sendable (Generator) -> Generator
  ) -> Generator {
    precondition(depth >= 0, "a depth is not negative")
    let value = Generator { (source) throws(Discard) in
      // Who goes through all values has to end somewhere.
      let last: UInt64 = source.isEnumerating && depth == 0 ? 0 : 1
      let isNode =
        source.choice(.index(last: last)) { depth > 0 && !$0.oneIn(3) ? 1 : 0 } == 1
      guard isNode else { return try leaf.draw(from: &source) }
      let inner = recursive(depth: max(depth - 1, 0), label: label, leaf: leaf, node: node)
      return try node(inner).draw(from: &source)
    }
    return value.part(label)
  }

  /// The same values, as parts of one name: those beside each other may be exchanged, and one
  /// may stand for another that contains it.
  public func part(_ label: String) -> Generator {
    Generator { (source) throws(Discard) in
      try source.span(.part(label)) { (source) throws(Discard) in try draw(from: &source) }
    }
  }
}

extension ChoiceSource {
  /// Draws whether a list goes on, if that is open, and the item; false at the end.
  fileprivate mutating func appendItem<Value>(
    of generator: Generator<Value>, to list: inout [Value], aim: Int, least: Int
  ) throws(Discard) -> Bool {
    let count = list.count
    let item = try span(.item) { (source) throws(Discard) -> Value? in
      let isForced = count < least
      guard isForced || source.choice(.more, drawing: { _ in count < aim ? 1 : 0 }) == 1
      else { return nil }
      return try generator.draw(from: &source)
    }
    guard let item else { return false }
    list.append(item)
    return true
  }
}
