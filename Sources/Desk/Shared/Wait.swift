import Records

/// How long somebody has to wait after a wrong answer: said until it is over.
struct Wait: Hashable, Sendable {
  private let seconds: Int
  private let end: Timestamp

  init(seconds: Int, from now: Timestamp) {
    self.seconds = seconds
    end = Timestamp(milliseconds: now.milliseconds + seconds * 1_000, offset: now.offset)
  }

  /// The seconds to be said; nil once they are over.
  func seconds(at now: Timestamp) -> Int? { now < end ? seconds : nil }

  func wakes(at now: Timestamp) -> Timestamp? { now < end ? end : nil }
}
