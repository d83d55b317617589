import Foundation
import Testing

@testable import ProcessBridge

@Suite("A file of numbers")
struct NumberFileTests {
  @Test func `gives back what was written, and zeros elsewhere`() throws {
    let file = try NumberFile()
    let bytes: [UInt8] = [1, 2, 3]
    #expect(bytes.withUnsafeBytes { NumberFile.write($0, to: file.number, at: 70_000) })
    var room: [UInt8] = [9, 9, 9, 9]
    #expect(room.withUnsafeMutableBytes { NumberFile.read($0, from: file.number, at: 69_999) })
    #expect(room == [0, 1, 2, 3])
    #expect(file.number > NumberFile.inheritedNumber)
    #expect(fcntl(file.number, F_GETFD) & FD_CLOEXEC != 0)
  }

  @Test func `is not read beyond its end, wherever that was moved`() throws {
    let file = try NumberFile()
    var room: [UInt8] = [9, 9]
    #expect(
      !room.withUnsafeMutableBytes {
        NumberFile.read($0, from: file.number, at: NumberFile.capacity - 1)
      })
    #expect(ftruncate(file.number, 1) == 0)
    #expect(!room.withUnsafeMutableBytes { NumberFile.read($0, from: file.number, at: 0) })
    #expect(!room.withUnsafeMutableBytes { NumberFile.read($0, from: -1, at: 0) })
  }
}
