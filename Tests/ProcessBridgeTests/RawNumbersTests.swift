import Arithmetic
import Testing

@testable import ProcessBridge

@Suite("Raw numbers")
struct RawNumbersTests {
  @Test(arguments: [Format.binary16, .bfloat16])
  func `are the encodings of the numbers of a half format`(format: Format) {
    // A prime step, and all that are special.
    let bits = Array(stride(from: 0, to: 1 << 16, by: 17)) + [0, 1, 0x3ff, 0x400, 0x7c00, 0x7f80]
    let all = bits + bits.map { $0 ^ 0x8000 }
    let numbers = all.map { Float(format.value(bits: UInt64($0))) }
    var encodings = [UInt16](repeating: 0, count: numbers.count)
    numbers.withUnsafeBufferPointer { numbers in
      RawNumbers.withBytes(of: numbers, in: format) { bytes in
        for index in encodings.indices {
          encodings[index] = bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
        }
      }
    }
    var differences = 0
    for (index, encoding) in encodings.enumerated() {
      let isSame = numbers[index].isNaN ? isNaN(encoding, format) : Int(encoding) == all[index]
      differences += isSame ? 0 : 1
    }
    #expect(differences == 0)
    var back = [Float](repeating: 0, count: numbers.count)
    let isRead = back.withUnsafeMutableBufferPointer { back in
      RawNumbers.read(back, in: format) { bytes in
        for index in 0..<numbers.count {
          bytes.storeBytes(of: UInt16(all[index]), toByteOffset: 2 * index, as: UInt16.self)
        }
        return true
      }
    }
    #expect(isRead)
    let damaged = zip(numbers, back).count {
      $0.bitPattern != $1.bitPattern && !($0.isNaN && $1.isNaN)
    }
    #expect(damaged == 0)
  }

  private func isNaN(_ encoding: UInt16, _ format: Format) -> Bool {
    format.value(bits: UInt64(encoding)).isNaN
  }

  @Test func `are not taken where they cannot be read`() {
    var numbers = [Float](repeating: 1, count: 4)
    numbers.withUnsafeMutableBufferPointer { numbers in
      #expect(!RawNumbers.read(numbers, in: .bfloat16) { _ in false })
      #expect(!RawNumbers.read(numbers, in: .binary32) { _ in false })
    }
    #expect(numbers == [1, 1, 1, 1])
  }
}
