import Foundation
import SoftmaxFamily

/// Many calls under way at once.
extension Connection {
  /// The most calls that are sent before an answer must have come.
  private static let mostUnderWay = 64
  /// The most bytes that wait to be sent before another call is added.
  private static let mostUnsent = 1 << 20

  /// A call under way.
  private struct UnderWay {
    let place: Int
    let longestAnswer: Int
    let limit: Duration
    /// How many bytes the program has taken when it has the whole request.
    let end: Int
  }

  /// Answers one call.
  mutating func answer(to parcels: [Parcel]) throws(CallFailure) -> Reply {
    var replies: [Result<Reply, CallFailure>?] = [nil]
    if let breakdown = exchange(parcels, &replies) { throw breakdown }
    guard let reply = replies[0] else { throw .crashed("the program gave no answer") }
    return try reply.get()
  }

  /// Sends calls and takes their answers, in whatever order they come.
  ///
  /// - Returns: Why the conversation is over, if it is; then no process is left, and the calls
  ///   without a reply are those that may be the reason.
  mutating func exchange(
    _ parcels: [Parcel], _ replies: inout [Result<Reply, CallFailure>?]
  ) -> CallFailure? {
    var underWay: [Int: UnderWay] = [:]
    var next = 0
    var limit = Duration.zero
    do throws(Breakdown) {
      while next < parcels.count || !underWay.isEmpty {
        post(parcels, &next, &underWay)
        let start = ContinuousClock.now
        limit = underWay.values.map(\.limit).max() ?? .zero
        let longest = underWay.values.map(\.longestAnswer).max() ?? 0
        let line = try message(noLongerThan: longest, until: .now + limit)
        let response = try Response.read(line)
        guard let one = underWay.removeValue(forKey: response.id) else {
          throw .broken(unasked(response.id))
        }
        guard hasTaken(one.end) else {
          throw .broken(unread(response.id))
        }
        if parcels[one.place].questions.count == 1 {
          longestPause = max(longestPause, .now - start)
        }
        if underWay.isEmpty, next == parcels.count { try refuseSurplus() }
        replies[one.place] = try reply(response, to: parcels[one.place].call)
      }
      return nil
    } catch {
      child = nil
      return CallFailure(error, limit: limit)
    }
  }

  /// The reply in a response.
  ///
  /// - Throws: `Breakdown` where nothing that the program sends from now on can be trusted.
  private func reply(
    _ response: Response, to call: Call
  ) throws(Breakdown) -> Result<Reply, CallFailure> {
    let reply = Result { () throws(CallFailure) in try response.reply(to: call) }
    if case .failure(.brokeProtocol(let reason)) = reply { throw .broken(reason) }
    return Result { () throws(CallFailure) in
      try call.checked(try reply.get(), try call.resultShape())
    }
  }

  /// Adds calls to those under way, as many as may be.
  private mutating func post(
    _ parcels: [Parcel], _ next: inout Int, _ underWay: inout [Int: UnderWay]
  ) {
    while next < parcels.count, underWay.count < Self.mostUnderWay,
      (child?.unsent.count ?? 0) < Self.mostUnsent
    {
      lastID += 1
      let call = parcels[next].call
      let end = child?.post(Request.call(id: lastID, call)) ?? 0
      let results = resultCount(of: call)
      underWay[lastID] = UnderWay(
        place: next, longestAnswer: Limits.longestLine(numbers: results, rows: call.rows),
        limit: timeLimit(for: parcels[next]), end: end)
      next += 1
    }
    child?.reader.awaited = underWay.count
  }

  /// The time for a call: more for more numbers, and for as many questions as others took time for.
  func timeLimit(for parcel: Parcel) -> Duration {
    let call = parcel.call
    let arguments = call.arguments.reduce(0) { $0 + $1.values.count }
    return limits.timeLimit(numbers: resultCount(of: call) + arguments)
      + longestPause * (4 * (parcel.questions.count - 1))
  }

  /// How many numbers the answer to a call has; none if there is no right one.
  private func resultCount(of call: Call) -> Int {
    call.rows * ((try? call.resultShape()) ?? []).reduce(1, *)
  }
}
