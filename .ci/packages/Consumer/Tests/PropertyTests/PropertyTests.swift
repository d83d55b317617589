import PropertyEngine
import Testing

@Test func `Sorting twice is sorting once`() {
  let property = Property("sorting is idempotent", forAll: Generator<Int>.integer.list()) { list in
    list.sorted().sorted() == list.sorted()
  }
  #expect(property.check().conclusion == .holds)
}

@Test func `Addition of doubles does not cancel`() {
  let number = Generator.real(in: -1e6...1e6)
  let property = Property("(a + b) − b = a", forAll: number.paired(with: number)) { a, b in
    (a + b) - b == a
  }
  #expect(property.check().conclusion == .fails)
}
