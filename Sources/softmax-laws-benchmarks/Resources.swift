import Foundation

/// What this process has used so far, as the system counts it.
enum Resources {
  /// The CPU time of all threads, in seconds.
  static var seconds: Double { seconds(of: usage(0)) }

  /// The CPU time of the processes that this one has started and collected, in seconds.
  static var secondsOfChildren: Double { seconds(of: usage(-1)) }

  /// The greatest amount of memory in use at a time, in bytes.
  static var peakMemory: Int {
    #if canImport(Darwin)
    usage(0).ru_maxrss
    #else
    usage(0).ru_maxrss * 1024
    #endif
  }

  /// The CPU time that work takes.
  static func seconds(of work: () -> Void) -> Double {
    let start = seconds
    work()
    return seconds - start
  }

  /// What this process has used, or those that it has collected.
  ///
  /// The constants for these are 0 and −1, whose type differs between systems.
  private static func usage(_ who: Int) -> rusage {
    var usage = rusage()
    getrusage(.init(truncatingIfNeeded: who), &usage)
    return usage
  }

  private static func seconds(of usage: rusage) -> Double {
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
}
