import Foundation

/// A file without a name, through which numbers go to another process and back as they lie in memory.
///
/// The other process maps it; this one only reads and writes it, so that a file that is cut short over there makes a
/// read fail here, where it would end whoever touches a page that is gone.
struct NumberFile: ~Copyable {
  /// The descriptor by which the other process has the file.
  static let inheritedNumber: Int32 = 3
  /// The size in bytes, enough for some hundred thousand numbers.
  static let capacity = 1 << 20

  private let descriptor: Descriptor

  /// The number that the operating system knows the file by in this process.
  var number: Int32 { descriptor.number }

  /// Creates the file, of zeros that are written, so that there is room for what replaces them.
  ///
  /// - Throws: `SystemError` where there is none.
  init() throws(SystemError) {
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    var path = Array((folder + "/softmax-laws-XXXXXX").utf8CString)
    let first = Descriptor(mkstemp(&path))
    let code = errno
    // Far from the number that the other process has it by.
    descriptor = Descriptor(fcntl(first.number, F_DUPFD_CLOEXEC, 16))
    guard first.number >= 0 else { throw SystemError(code: code) }
    unlink(path)
    let zeros = [UInt8](repeating: 0, count: Self.capacity)
    guard zeros.withUnsafeBytes({ Self.write($0, to: descriptor.number, at: 0) }) else {
      throw SystemError(code: errno)
    }
  }

  /// Writes bytes at a place of the file of a number; returns whether all were written.
  static func write(_ bytes: UnsafeRawBufferPointer, to number: Int32, at offset: Int) -> Bool {
    move(bytes.count) { done in
      pwrite(
        number, bytes.baseAddress.map { $0 + done }, bytes.count - done,
        off_t(offset + done))
    }
  }

  /// Reads bytes from a place of the file of a number; returns whether they were all there.
  static func read(
    _ bytes: UnsafeMutableRawBufferPointer, from number: Int32, at offset: Int
  ) -> Bool {
    move(bytes.count) { done in
      pread(
        number, bytes.baseAddress.map { $0 + done }, bytes.count - done,
        off_t(offset + done))
    }
  }

  private static func move(_ count: Int, _ step: (_ done: Int) -> Int) -> Bool {
    var done = 0
    while done < count {
      let moved = step(done)
      if moved == -1 && errno == EINTR { continue }
      guard moved > 0 else { return false }
      done += moved
    }
    return true
  }
}

extension Optional where Wrapped: ~Copyable, Wrapped == NumberFile {
  /// The number of the file, or −1, which is that of none.
  var number: Int32 {
    switch self {
    case .some(let file): file.number
    case .none: -1
    }
  }
}

/// The file of numbers, as the process that was started with it sees it.
public final class NumberMapping {
  let start: UnsafeMutableRawPointer

  /// Maps the file that this process was started with, and closes its descriptor, so that what is loaded afterwards has none.
  ///
  /// Returns `nil` if there is no such file.
  public init?() {
    let number = NumberFile.inheritedNumber
    var status = stat()
    guard fstat(number, &status) == 0, Int(status.st_size) == NumberFile.capacity,
      let start = mmap(
        nil, NumberFile.capacity, PROT_READ | PROT_WRITE, MAP_SHARED, number, 0),
      start != MAP_FAILED
    else { return nil }
    close(number)
    self.start = start
  }

  deinit { munmap(start, NumberFile.capacity) }
}
