import Filling
import Records
import Terminal
import Wording

/// The desk for somebody who has no screen: the page that lies there as question and answer, line by line.
///
/// It decides nothing about a form. A line becomes the keys that say the same, so that the record, the journal and what
/// another desk sees are those of the page; what the page has come to is said.
public struct PlainDialogue: Sendable {
  /// What is said now.
  public struct Said: Hashable, Sendable {
    public var lines: [String] = []
    /// What the program could not do.
    public var complaints: [String] = []
    /// Nothing of what was said before may stay on a terminal.
    public var clears = false
  }

  /// How many times the end of the input is passed on as F10, since some pages ask once more before they are left.
  private static let mostQuestions = 6

  private var asked: PlainQuestion?
  private var section: String?
  private var word: String?
  private var problem: StoreError?
  private var remarks: [String] = []
  private var isHeard = false
  private var ends = 0
  /// The form before the line that was heard.
  private var before: FormEntry?

  public init() {}

  /// What the desk is to hear when something happens; a typed line becomes the keys that say the same.
  public mutating func hear(_ event: Event, at desk: Desk, _ context: DeskContext) -> [Event] {
    let context = desk.known(context)
    before = (desk.page as? GuidedScreen)?.entry ?? (desk.page as? SheetScreen)?.entry
    switch event {
    case .paste(let typed): return hear(PlainLine(typed), at: desk, context)
    case .lost:
      // Whoever ends the input leaves; with nobody to ask, what they were asked before is left open.
      ends += 1
      if ends == 1, desk.page is FarewellScreen {
        asked = nil
        return []
      }
      return ends > Self.mostQuestions ? [.lost] : [.key(.function(10))]
    case .key, .resize, .tick, .wake, .terminate: return [event]
    }
  }

  private mutating func hear(_ line: PlainLine, at desk: Desk, _ context: DeskContext) -> [Event] {
    isHeard = true
    guard let page = desk.page as? any PlainPage else { return line == .accept ? [] : [.key(.function(10))] }
    if line == .help {
      let question = page.question(context)
      remarks =
        question.lines + question.help
        + [context.wording(PlainPhrase.commands), context.wording(PlainPhrase.commandsDoubled)]
      return []
    }
    switch page.answer(line, context) {
    case .events(let events): return events
    case .again: asked = nil
    case .refused(let why): remarks = [context.wording(PlainPhrase.error, why)]
    }
    return []
  }

  /// What is to be said of the desk as it is now; nil where nothing has changed for whoever listens.
  public mutating func say(_ desk: Desk, _ context: DeskContext) -> Said? {
    let context = desk.known(context)
    defer { (isHeard, remarks) = (false, []) }
    let question = (desk.page as? any PlainPage)?.question(context) ?? Self.onScreenOnly(context)
    var said = Said()
    said.clears = asked != nil && desk.page is LockScreen && asked?.id != question.id
    complain(of: desk, in: &said, context)
    defer { asked = question }
    if ends > 0 {
      guard desk.page is FarewellScreen, asked?.id != question.id else { return said }
      said.clears = true
      said.lines = question.lines
    } else {
      let isAgain = question.isAgain(asked)
      guard isHeard || !isAgain || question.remark != asked?.remark || question.word != word else {
        return said.complaints.isEmpty ? nil : said
      }
      said.lines = remarks
      if question.word != word { said.lines += [question.word].compactMap(\.self) }
      // What was refused is the answer to this line; what was said of one before it need not be said again.
      if remarks.isEmpty || question.remark != asked?.remark { said.lines += [question.remark].compactMap(\.self) }
      if !isAgain { said.lines += [noted(desk, context)].compactMap(\.self) + whole(question, context) }
      said.lines.append(question.prompt)
    }
    word = question.word
    said.lines = said.lines.map(context.wording.inLines)
    return said
  }

  /// What has become of the last answer.
  private func noted(_ desk: Desk, _ context: DeskContext) -> String? {
    before.flatMap { desk.page.coveredForm(context)?.readBack(since: $0, context) }
  }

  /// The question, below its section and how far the form is where a section begins, and its choices, numbered.
  private mutating func whole(_ question: PlainQuestion, _ context: DeskContext) -> [String] {
    let wording = context.wording
    var lines = question.lines
    if let section = question.section, section != self.section {
      self.section = section
      lines.insert(question.progress.map { wording(PlainPhrase.sectionHead, section, $0) } ?? section, at: 0)
    }
    let choices = question.choices.enumerated().map { wording(PlainPhrase.number, "\($0.offset + 1)", $0.element) }
    return lines + choices
  }

  /// What the disk refuses is said once, and again when it is another thing.
  private mutating func complain(of desk: Desk, in said: inout Said, _ context: DeskContext) {
    var problem: StoreError?
    if case .failed(let error) = desk.page.coveredForm(context)?.saving { problem = error }
    if let problem, problem != self.problem {
      said.complaints = [context.wording(CommonPhrase.saveFailed), context.wording.message(problem)]
    }
    self.problem = problem
  }

  private static func onScreenOnly(_ context: DeskContext) -> PlainQuestion {
    PlainQuestion(
      id: "screen", lines: [context.wording(PlainPhrase.onScreenOnly)], prompt: context.wording(PlainPhrase.allDone))
  }
}
