import Foundation

/// A file descriptor that is closed at the end of its life.
struct Descriptor: ~Copyable {
  /// The number that the operating system knows it by.
  let number: Int32

  /// Takes ownership of an open descriptor.
  init(_ number: Int32) { self.number = number }

  deinit { _ = close(number) }

  /// Gives up ownership; whoever takes the number closes it.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Makes reads and writes return at once instead of waiting.
  func makeNonblocking() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
  }

  /// Reads what is there, up to the size of the buffer.
  func read(into buffer: inout [UInt8]) -> Transfer {
    let count = buffer.withUnsafeMutableBytes { Foundation.read(number, $0.baseAddress, $0.count) }
    return Transfer(count, isRead: true)
  }

  /// Writes as much as the other side takes now.
  func write(_ bytes: ArraySlice<UInt8>) -> Transfer {
    let count = bytes.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
    return Transfer(count, isRead: false)
  }
}

extension Optional where Wrapped == Descriptor {
  /// The number of the descriptor, or −1, which `poll(2)` ignores.
  var number: Int32 {
    switch self {
    case .some(let descriptor): descriptor.number
    case .none: -1
    }
  }
}

/// What came of one read or write.
enum Transfer: Equatable {
  /// So many bytes were moved.
  case moved(Int)
  /// Nothing can be moved now.
  case wouldBlock
  /// The other side is closed, or the descriptor is unusable.
  case closed

  /// Reads the result of `read(2)` or `write(2)`, and `errno`.
  fileprivate init(_ count: Int, isRead: Bool) {
    if count > 0 || (count == 0 && !isRead) {
      self = .moved(count)
    } else if count < 0 && [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) {
      self = .wouldBlock
    } else {
      self = .closed
    }
  }
}

/// The two ends of a pipe, which programs do not inherit.
struct Pipe: ~Copyable {
  /// The end to read from.
  let reading: Descriptor
  /// The end to write to.
  let writing: Descriptor

  /// Creates a pipe.
  ///
  /// - Throws: `SystemError` where no descriptors are left.
  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = Descriptor(ends[0])
    writing = Descriptor(ends[1])
  }
}

/// A refusal of the operating system.
struct SystemError: Error, Equatable {
  /// The number that the C library calls `errno`.
  let code: Int32

  /// The reason in words, in lower case.
  var reason: String { String(cString: strerror(code)).lowercased() }
}
