import SoftmaxFamily

/// Many questions, of which one may cost the process.
extension Connection {
  /// Answers questions in as few calls as there can be.
  ///
  /// If the program breaks down, it is started again and asked one question at a time, in their
  /// order, until the one is found that does it: that one costs one restart of the budget, the
  /// questions before it are answered, and those after it may be not.
  mutating func replies(to questions: [Question]) -> [Result<Reply, CallFailure>?] {
    var found: [Result<Reply, CallFailure>?] = Array(repeating: nil, count: questions.count)
    guard !questions.isEmpty else { return found }
    do throws(CallFailure) {
      try startAgainIfNeeded()
    } catch {
      found[0] = .failure(error)
      return found
    }
    let parcels = Parcel.pack(questions, mostNumbers: Limits.mostNumbers)
    var replies: [Result<Reply, CallFailure>?] = Array(repeating: nil, count: parcels.count)
    let breakdown = exchange(parcels, &replies)
    for (parcel, reply) in zip(parcels, replies) { unpack(reply, of: parcel, into: &found) }
    let open = parcels.indices.filter { found[parcels[$0].questions[0]] == nil }
    guard !open.isEmpty || breakdown != nil else { return found }
    let suspects = open.map { (parcel: parcels[$0], failure: replies[$0]?.failure ?? breakdown) }
    search(suspects, questions, breakdown, &found)
    return found
  }

  /// Hands a reply out to the questions of a parcel, unless several share a failure.
  private func unpack(
    _ reply: Result<Reply, CallFailure>?, of parcel: Parcel,
    into found: inout [Result<Reply, CallFailure>?]
  ) {
    guard let reply else { return }
    guard parcel.questions.count > 1 else {
      found[parcel.questions[0]] = reply
      return
    }
    guard case .success(let answer) = reply else { return }
    for (number, part) in zip(parcel.questions, parcel.unpack(answer)) {
      found[number] = .success(part)
    }
  }

  /// Asks the questions without an answer alone, up to one that costs the process.
  ///
  /// Where none of them does alone what the call of them all did, the first of them has to answer
  /// for it.
  private mutating func search(
    _ suspects: [(parcel: Parcel, failure: CallFailure?)], _ questions: [Question],
    _ breakdown: CallFailure?, _ found: inout [Result<Reply, CallFailure>?]
  ) {
    let limits = suspects.map { timeLimit(for: $0.parcel) }
    for number in suspects.flatMap(\.parcel.questions).sorted() {
      let reply = alone(questions[number], number)
      found[number] = reply
      if reply.failure?.costsProcess ?? false { return }
    }
    if let breakdown {
      let wasHurried = zip(limits, suspects).contains { $0 * 2 < timeLimit(for: $1.parcel) }
      blame(breakdown, on: suspects.map(\.parcel), wasHurried: wasHurried, &found)
    }
    for (parcel, failure) in suspects where parcel.questions.count > 1 {
      guard let failure, !failure.costsProcess,
        parcel.questions.allSatisfy({ found[$0]?.failure == nil })
      else { continue }
      found[parcel.questions[0]] = .failure(failure.adding(parcel.call.company))
    }
  }

  private mutating func alone(_ question: Question, _ number: Int) -> Result<Reply, CallFailure> {
    Result { () throws(CallFailure) in
      try startAgainIfNeeded(isSearching: true)
      return try answer(to: [Parcel(question, number: number)])
    }
  }

  /// Has the first question of the call at which the program breaks down again answer for it.
  ///
  /// A call that had too little time, as single questions show, and that is answered in more, is none.
  private mutating func blame(
    _ breakdown: CallFailure, on parcels: [Parcel], wasHurried: Bool,
    _ found: inout [Result<Reply, CallFailure>?]
  ) {
    for parcel in parcels where parcel.questions.count > 1 {
      var replies: [Result<Reply, CallFailure>?] = [nil]
      if let again = exchange([parcel], &replies) {
        found[parcel.questions[0]] = .failure(again.adding(parcel.call.company))
        return
      }
    }
    if case .hung = breakdown, wasHurried { return }
    // The process that has answered since then is one of the budget.
    let isSpent = Result { () throws(CallFailure) in try spendRestart() }
    let failure = isSpent.failure ?? breakdown.adding(", and did not when asked the same again")
    if let first = parcels.first?.questions.first { found[first] = .failure(failure) }
  }
}

extension Result where Failure == CallFailure {
  /// The failure, if it is one.
  fileprivate var failure: CallFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

extension Call {
  /// What to say of a failure that none of the rows has alone.
  fileprivate var company: String { ", in a call of \(rows) rows, each of which it answers alone" }
}
