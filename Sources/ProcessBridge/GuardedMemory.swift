import Foundation

/// Memory for a result, after which there is a page that nobody may touch.
///
/// A write beyond the end ends the process at once, or, within the few bytes up to the page,
/// is noticed afterwards.
struct GuardedMemory: ~Copyable {
  /// The first byte, aligned to 64.
  let start: UnsafeMutableRawPointer
  private let base: UnsafeMutableRawPointer
  private let mapped: Int
  private let end: UnsafeMutableRawPointer
  private let slack: Int

  private static let mark: UInt8 = 0xa5
  private static let alignment = 64

  /// Takes memory; `nil` if there is none.
  init?(byteCount: Int) {
    let page = Int(getpagesize())
    let aligned = (byteCount + Self.alignment - 1) / Self.alignment * Self.alignment
    let usable = (aligned + page - 1) / page * page
    mapped = usable + page
    guard
      let base = mmap(
        nil, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
      base != MAP_FAILED
    else { return nil }
    self.base = base
    mprotect(base + usable, page, PROT_NONE)
    start = base + (usable - aligned)
    end = start + byteCount
    slack = aligned - byteCount
    clear()
  }

  /// Makes the memory as it was at first: what is not written is a NaN in every format.
  func clear() {
    memset(start, 0xff, start.distance(to: end))
    memset(end, Int32(Self.mark), slack)
  }

  deinit { munmap(base, mapped) }

  /// Whether nothing was written between the end and the page.
  var isIntact: Bool {
    (0..<slack).allSatisfy { end.load(fromByteOffset: $0, as: UInt8.self) == Self.mark }
  }
}
