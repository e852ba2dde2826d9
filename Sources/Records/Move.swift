import FormModel
import Standards

/// Something that somebody wants to do to a record.
public enum Move: Hashable, Sendable {
  case answer(String, field: Int, source: Source, from: String? = nil)
  case owe(Owed, field: Int)
  case clear(field: Int)
  /// Puts back what stood in a field before, as an undo does.
  case restore(RecordedAnswer?, field: Int)
  /// Gives an item a value that is given to many children at once.
  case give(String, field: Int)
  /// Takes such a value back, where nobody has changed or confirmed it since.
  case takeBack(field: Int)
  /// Accepts a warning for the values that stand there now.
  case accept(Finding, reason: String)
  /// Says how the family is reached and which class the child is in.
  case setContact(Contact)
  case handIn
  /// Confirms values that were given for the family: by itself at the desk, or by telephone or paper.
  case confirm(fields: [Int], how: Confirmation.Means, who: String)
  /// Gives the record back with questions; without a field a question is about the record as a whole.
  case sendBack([Question])
  /// Closes what is still asked: the answer was right as it is, so that nothing will change.
  case closeQueries(reason: String)
  case approve
  /// Without a cause, as earlier versions asked for none, the reason alone says why.
  case withdraw(WithdrawalCause? = nil, reason: String)
  case reinstate(reason: String)
  /// A change of an approved record, beside the value that stands.
  case propose(String, field: Int)
  case take(proposal: Int, reason: String)
  case decline(proposal: Int, reason: String)
  /// Notes that the record went out in a row of a sheet.
  case export(sheet: String, row: Int)
  /// The 学籍号 that the national system has given the child; one that stands there is never written over.
  case number(String)

  /// What a reviewer asks about an item, or about the whole record.
  public struct Question: Hashable, Sendable {
    public var field: Int?
    public var text: String

    public init(_ text: String, field: Int?) {
      (self.text, self.field) = (text, field)
    }
  }
}

/// Why a move was not made; nothing of the record has changed then.
public enum Refusal: Error, Hashable, Sendable {
  /// The role never does that.
  case role
  /// Not while the record is what it is.
  case status(Status)
  /// Something stands in the way of handing in or of approving: all of it, never only the first.
  case obstacles([Obstacle])
  /// A reason must be given.
  case reasonMissing
  /// There is nothing that the move would change.
  case nothing
}

/// What keeps a record from being handed in or approved.
public enum Obstacle: Hashable, Sendable {
  /// An error, an open warning, a blank or a debt.
  case finding(Finding)
  /// An open question, by its place among the record's.
  case query(Int)
  /// The child's number stands in another record too.
  case duplicate
  /// Values that nobody of the family has confirmed.
  case unconfirmed(fields: [Int])
  /// A change is proposed that nobody has decided on, by its place among the record's.
  case proposal(Int)
  /// The day of entry has not come.
  case entryAhead(CalendarDate)
}
