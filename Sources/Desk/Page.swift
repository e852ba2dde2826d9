import FormModel
import Records
import Standards
import Terminal
import Wording

/// One page of the desk: a value that takes what happened, says what is to be done and where it leads, and draws itself.
///
/// Pages lie upon each other; the last is shown. What a page asks comes back to it by its address, whatever lies above by
/// then.
protocol Page: Sendable {
  /// What the page needs when it is shown; `again` where another page lay above, which may have changed its record.
  func begin(again: Bool, _ context: DeskContext) -> [Effect]
  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step)
  /// A key, and what else may come, where a page takes them one by one.
  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step)
  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect]
  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step)
  /// Puts what is being typed into the record; pages where nothing is typed have nothing to put.
  mutating func commit(_ context: DeskContext) -> [Effect]
  func draw(on canvas: inout Canvas, _ context: DeskContext)
  /// The form of the record that the page is about, which its context then has; nil where it is about none.
  var edition: FormEdition? { get }
  /// A few words of help, on a page that has no help of its own.
  var explanation: HomePhrase? { get }
  /// Whether no text is typed on the page now, so that Ctrl-Z undoes nothing and may lead to a shell.
  var isReadOnly: Bool { get }
  /// The line in which hanzi are typed now; nil where none are.
  func hanzi(_ context: DeskContext) -> HanziLine?
  /// When the page, later than now, looks different though nobody pressed a key: see `Reveal`.
  func wakes(at now: Timestamp) -> Timestamp?
  /// The keys that lead where ↑ or ↓ does within a text that stands in several lines of a window of this size; none
  /// where the key means what it always does.
  func keysByLine(_ key: Key, in size: Size, _ context: DeskContext) -> [Key]
  /// What becomes of the page when nobody has touched a key for five minutes.
  func idling(_ context: DeskContext) -> Idling
  /// The form that is covered then, where it is.
  func coveredForm(_ context: DeskContext) -> FormEntry?
  /// What a journal has to be kept of; nil where no record is being changed.
  func place(_ context: DeskContext) -> Desk.Place?
  /// Where the page would find what was typed on it before; nil where nothing is, or a journal has it, or it is a secret.
  var draftKey: Draft.Key? { get }
  /// What is typed on the page that no record's journal tells of.
  func typed(_ context: DeskContext) -> JSONValue?
  mutating func restore(_ typed: JSONValue, _ context: DeskContext)
  /// What the page needs to be shown with what was restored.
  func restored(_ context: DeskContext) -> [Effect]
}

extension Page {
  func begin(again: Bool, _ context: DeskContext) -> [Effect] { [] }
  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)): update(key, context)
    case .event(.paste(let text)): (paste(text, context), .stay)
    case .event: ([], .stay)
    case .news(let news): update(news, context)
    }
  }
  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) { ([], .stay) }
  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] { [] }
  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) { ([], .stay) }
  mutating func commit(_ context: DeskContext) -> [Effect] { [] }
  var edition: FormEdition? { nil }
  var explanation: HomePhrase? { nil }
  var isReadOnly: Bool { false }
  func hanzi(_ context: DeskContext) -> HanziLine? { nil }
  func wakes(at now: Timestamp) -> Timestamp? { nil }
  func keysByLine(_ key: Key, in size: Size, _ context: DeskContext) -> [Key] { [] }
  func idling(_ context: DeskContext) -> Idling { .rests }
  func coveredForm(_ context: DeskContext) -> FormEntry? { nil }
  func place(_ context: DeskContext) -> Desk.Place? { nil }
  var draftKey: Draft.Key? { nil }
  func typed(_ context: DeskContext) -> JSONValue? { nil }
  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {}
  func restored(_ context: DeskContext) -> [Effect] { [] }
}

/// Where a page leads.
enum Step: Sendable {
  case stay
  /// One page back; from the first, out of the program.
  case back
  case open(any Page)
  /// The page is done and another takes its place.
  case replace(any Page)
  /// To the first page, whatever lies between; out of the program where there is none.
  case home
  /// Like `home`, from a family's page where something half typed waits for the family to come back.
  case rest(FormEntry)
  /// Like `home`, although the last change is not on the disk: whoever leaves was asked first.
  case homeUnsaved
  /// A family's record was opened to it: on to the page where it left off.
  case family(HeldRecord)
  /// Whoever works here was let in: to what they left half typed, else to the children of their classes.
  case work(Authority)
}

/// What becomes of a page that nobody touches.
enum Idling: Sendable {
  /// It shows nothing of a family.
  case stays
  case goes
  /// What is half typed on it waits for whoever typed it.
  case rests
  /// The same family goes on by what only it knows.
  case covered
}

/// Where a page lies, for the answers to what it asks: no two pages of a desk ever have the same.
public struct PageID: Hashable, Sendable {
  let number: Int
}

/// Something to be done, and the page that its answer goes to.
public struct Request: Hashable, Sendable {
  public let effect: Effect
  public let page: PageID
}
