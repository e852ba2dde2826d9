import FormModel
import Records
import Standards

/// The days between which coming and going is counted, both included.
public struct Period: Hashable, Sendable {
  public let from: CalendarDate
  public let to: CalendarDate

  /// Nil where it would end before it begins.
  public init?(from: CalendarDate, to: CalendarDate) {
    guard from <= to else { return nil }
    (self.from, self.to) = (from, to)
  }

  func contains(_ day: CalendarDate) -> Bool { from <= day && day <= to }
}

/// How long a child was there: from its first day, or where none is given the day on which its record was begun, until the day on
/// which the record was withdrawn.
struct Stay: Sendable {
  var came: CalendarDate?
  var went: CalendarDate?
  var cause: WithdrawalCause?
  private let isWithdrawn: Bool

  init(_ record: RecordAnswers, _ withdrawal: Withdrawal?) {
    let entry = record.form.field(.entryDate).flatMap { record.answers[$0].value }
    came = (entry ?? record.begun).flatMap { CalendarDate(iso: $0) } ?? record.begun.flatMap { CalendarDate(iso: $0) }
    (went, cause) = (withdrawal?.day, withdrawal?.cause)
    isWithdrawn = record.isWithdrawn
  }

  /// What is counted of it.
  enum Part: Sendable {
    /// There at some time of the period, before it, on its last day; come or gone in it.
    case there, before, end, came, went
    /// Gone in it, and why.
    case wentFor(WithdrawalCause?)
    /// Found in it to be no child's record, or a second one.
    case voided(WithdrawalCause)
  }

  func counts(as part: Part, in period: Period) -> Bool {
    if case .voided(let voided) = part { return cause == voided && went.map(period.contains) ?? false }
    // No child was there, or it is counted by its other record.
    guard cause?.isDeparture ?? true, let came, came <= period.to,
      !isWithdrawn || went.map({ $0 >= period.from }) ?? false
    else { return false }
    let hasGone = went.map { $0 <= period.to } ?? false
    return switch part {
    case .there: true
    case .before: came < period.from
    case .came: came >= period.from
    case .end: !hasGone
    case .went: hasGone
    case .wentFor(let cause): hasGone && cause == self.cause
    case .voided: false
    }
  }
}

/// When and why a record was withdrawn, as the last act of that kind in its history says.
struct Withdrawal: Sendable {
  var day: CalendarDate?
  var cause: WithdrawalCause?

  init(_ record: Record) {
    let last = record.history.last { $0.act == .withdraw }
    (day, cause) = (last?.at.date, last?.cause)
  }

  init(_ bytes: UnsafeRawBufferPointer, _ file: SourceFiles.File, _ forms: FormLibrary) {
    guard case .object(var members)? = try? JSONValue.parse(Array(bytes)) else { return }
    // A long history lies beside its record.
    if file.kind == .record, let whole = RecordStore.whole(members, in: file.source, forms) { members = whole }
    let last = members["history"]?.array?.last { $0["act"]?.string == Act.withdraw.rawValue }
    day = last?["at"]?.string.flatMap { CalendarDate(iso: String($0.prefix(10))) }
    cause = last?["cause"]?.string.flatMap(WithdrawalCause.init)
  }
}
