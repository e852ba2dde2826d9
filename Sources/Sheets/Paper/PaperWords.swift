import FormModel
import Records
import Standards

/// The words of paper forms in one language; they are made where all the program's sentences are.
public protocol PaperWords: Sendable {
  var language: Language { get }
  var code: String { get }
  var className: String { get }
  var state: String { get }
  func state(_ status: Status) -> String
  /// The 学籍号, and what stands there until it has come back.
  var number: String { get }
  var numberNotYet: String { get }
  var printedOn: String { get }

  /// Beside a value that the guardian has still to confirm.
  var waiting: String { get }
  var notNeeded: String { get }
  var blank: String { get }
  /// Where nothing need be written.
  var optional: String { get }
  /// Why an item comes later, and by when.
  func owed(_ owed: Owed) -> String
  /// A change that was proposed beside the value.
  func proposed(_ value: String) -> String
  /// What is wrong or doubtful about the value.
  func finding(_ finding: Finding, in form: Form) -> String

  /// How many items are missing, and the first day by which one of them was promised.
  func missing(_ count: Int, first: CalendarDate?) -> String
  /// How many items wait for the guardian.
  func unconfirmed(_ count: Int) -> String
  var why: String { get }
  /// What is said by signing.
  var declaration: String { get }
  /// The guardian's name, what they are to the child, the day, the teacher's name.
  var signatures: [String] { get }

  /// Behind a box to tick: the item comes later.
  var later: String { get }
  /// Before a line for a choice that is not printed.
  var otherChoice: String { get }
  /// Behind the parts of a place: province, prefecture, county.
  var placeParts: [String] { get }
  /// Behind the parts of a day: year, month, day.
  var dateParts: [String] { get }
  /// An item is filled in only where another says one of these.
  func onlyWhere(_ label: String, is values: [String]) -> String
  /// Items that are left out where another says none of these.
  func leftOut(_ items: [Int], unless label: String, is values: [String]) -> String
  /// How the empty form is filled in.
  var howTo: String { get }
  /// Who has filled it in, what they are to the child, a telephone, the day.
  var signaturesOfBlank: [String] { get }
}
