import Foundation

/// What this process has used so far, as the system counts it.
enum Resources {
  /// The CPU time of all threads, in seconds.
  static var seconds: Double {
    let usage = usage
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The greatest amount of memory in use at a time, in bytes.
  static var peakMemory: Int {
    #if canImport(Darwin)
    usage.ru_maxrss
    #else
    usage.ru_maxrss * 1024
    #endif
  }

  /// The CPU time that work takes.
  static func seconds(of work: () -> Void) -> Double {
    let start = seconds
    work()
    return seconds - start
  }

  private static var usage: rusage {
    var usage = rusage()
    // The constant for this process, whose type differs between systems.
    getrusage(0, &usage)
    return usage
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
}
