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
        limit = underWay.values.map(\.limit).max() ?? .zero
        let longest = underWay.values.map(\.longestAnswer).max() ?? 0
        let line = try message(noLongerThan: longest, until: .now + limit)
        let response = try Response.read(line)
        guard let one = underWay.removeValue(forKey: response.id) else {
          throw .broken(unasked(response.id))
        }
        guard hasTaken(one.end) else {
          throw .broken("request \(response.id) is answered before it was asked")
        }
        replies[one.place] = try reply(response, to: parcels[one.place].call)
        if underWay.isEmpty, next == parcels.count {
          replies[one.place] = try keepIfLast(replies[one.place])
        }
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
    return reply
  }

  private mutating func keepIfLast(
    _ reply: Result<Reply, CallFailure>?
  ) throws(Breakdown) -> Result<Reply, CallFailure>? {
    try refuseSurplus()
    return reply
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
      let arguments = call.arguments.reduce(0) { $0 + $1.values.count }
      underWay[lastID] = UnderWay(
        place: next, longestAnswer: Limits.longestLine(numbers: results, rows: call.rows),
        limit: limits.timeLimit(numbers: results + arguments), end: end)
      next += 1
    }
    child?.reader.awaited = underWay.count
  }

  /// Whether the program, or the pipe to it, has taken so many bytes.
  private func hasTaken(_ end: Int) -> Bool {
    switch child {
    case .some(let child): child.taken >= end
    case .none: false
    }
  }

  /// How many numbers the answer to a call has; none if there is no right one.
  private func resultCount(of call: Call) -> Int {
    let shape = try? call.operation.signature.resultShape(of: call.arguments.map(\.shape))
    return call.rows * (shape ?? []).reduce(1, *)
  }
}
